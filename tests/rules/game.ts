import { expect } from '@jest/globals';
import { decide, evolve, Refusal } from '../../src/rules/index.js';
import type { Command, DamagePart, Defenses, Edition, Event, State } from '../../src/rules/index.js';

/** What a test says happened before, by the edition of the test or by another. */
export type Before = Command | { edition: Edition; command: Command };

export const enrolled = (given: {
  max: number;
  kind?: 'pc' | 'npc';
  makesDeathSaves?: boolean;
  hitDice?: { die: number; total: number }[];
  constitution?: number;
}): Command => ({
  type: 'enroll',
  kind: 'pc',
  ...given,
});
export const damage = (given: {
  parts: DamagePart[];
  adjust?: number;
  halved?: true;
  critical?: true;
  knockOut?: true;
}): Command => ({
  type: 'damage',
  ...given,
});
/** Damage of no type, in one part. */
export const hit = (amount: number, more: { critical?: true; halved?: true; knockOut?: true } = {}) =>
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

export const stabilising: Command = { type: 'stabilize' };
export const maximumOf = (value: number, more: { heal?: true } = {}): Command => ({
  type: 'setMaximum',
  value,
  ...more,
});
export const adjusted = (by: number, more: { heal?: true } = {}): Command => ({
  type: 'adjustMaximum',
  by,
  ...more,
});
/** A short rest with hit dice, written as the die and what it shows. */
export const shortRest = (...dice: [die: number, roll: number][]): Command => ({
  type: 'rest',
  kind: 'short',
  ...(dice.length > 0 && { dice: dice.map(([die, roll]) => ({ die, roll })) }),
});
export const longRest: Command = { type: 'rest', kind: 'long' };
export const concentrating: Command = { type: 'concentrate', on: 'Bless' };
export const defended = (defenses: Partial<Defenses>): Command => ({
  type: 'setDefenses',
  defenses: { resistances: [], immunities: [], vulnerabilities: [], ...defenses },
});
export const edited = (traits: Omit<Extract<Command, { type: 'edit' }>, 'type'>): Command => ({
  type: 'edit',
  ...traits,
});
/** A hit that knocks out, whoever it is. */
export const knockedOut = hit(999, { knockOut: true });
/** Done while the other edition was in force. */
export const by51 = (command: Command): Before => ({ edition: '5.1', command });
export const by52 = (command: Command): Before => ({ edition: '5.2', command });

export function stateAfter(edition: Edition, before: Before[]): State | undefined {
  return before.reduce<State | undefined>((state, step) => {
    const done = 'command' in step ? step : { edition, command: step };
    return evolve(state, decide(state, done.command, done.edition));
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
