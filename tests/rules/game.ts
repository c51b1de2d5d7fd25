import { expect } from '@jest/globals';
import { decide, evolve, Refusal } from '../../src/rules/index.js';
import type { Command, DamagePart, DamageType, Edition, Event, State } from '../../src/rules/index.js';

/** What a test says happened before: a command that was done, or something that changes the state as a later rule will. */
export type Before = Command | ((state: State) => State);

export const enrolled = (given: {
  max: number;
  kind?: 'pc' | 'npc';
  makesDeathSaves?: boolean;
}): Command => ({
  type: 'enroll',
  kind: 'pc',
  ...given,
});
export const damage = (given: { parts: DamagePart[]; halved?: true; critical?: true }): Command => ({
  type: 'damage',
  ...given,
});
/** Damage of no type, in one part. */
export const hit = (amount: number, more: { critical?: true; halved?: true } = {}) =>
  damage({ parts: [{ amount }], ...more });
export const healing = (amount: number): Command => ({ type: 'heal', amount });
export const temporary = (amount: number, more: { replace?: true } = {}): Command => ({
  type: 'grantTemporary',
  amount,
  ...more,
});
export const setTo = (value: number): Command => ({ type: 'set', value, note: 'miscounted' });
export const deathSave = (roll: number, bonus?: number): Command => ({
  type: 'deathSave',
  roll,
  ...(bonus !== undefined && { bonus }),
});
export const revival = (value: number): Command => ({ type: 'revive', value });

export const defended =
  (defenses: Partial<Record<'resistances' | 'immunities' | 'vulnerabilities', DamageType[]>>): Before =>
  (state) => ({ ...state, defenses: { ...state.defenses, ...defenses } });
export const concentrating = (state: State): State => ({ ...state, concentration: 'Bless' });
/** As 5.2's knocking out leaves one. */
export const knockedOut = (state: State): State => ({ ...state, current: 1, condition: 'stable' });

export function stateAfter(edition: Edition, before: Before[]): State | undefined {
  return before.reduce<State | undefined>((state, step) => {
    if (typeof step !== 'function') return evolve(state, decide(state, step, edition));
    if (state === undefined) throw new Error('nobody to change');
    return step(state);
  }, undefined);
}

/** `given(what was).when(what is done).then(the state, what the event says of it)`, by SRD 5.2.1 unless told otherwise. */
export function given(...before: Before[]) {
  return by('5.2', before);
}

export function given51(...before: Before[]) {
  return by('5.1', before);
}

function by(edition: Edition, before: Before[]) {
  const state = stateAfter(edition, before);
  return {
    when: (command: Command) => ({
      then(expected: Partial<State>, details: Record<string, unknown> = {}) {
        const event: Event = decide(state, command, edition);
        expect(evolve(state, event)).toMatchObject(expected);
        expect(event.details).toMatchObject(details);
        return event;
      },
      isRefused(refused: object) {
        expect(refusalOf(() => decide(state, command, edition))).toMatchObject(refused);
      },
    }),
  };
}

function refusalOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
  return 'nothing: it was done';
}
