import type { Ledger } from '../ledger/index.js';
import { decide } from '../roster/index.js';
import type { Character } from '../roster/index.js';
import type { Command } from '../rules/index.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import type { Changed } from './change.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { changeRoster } from './roster.js';
import { findTarget } from './targets.js';
import { checkDungeonMaster, checkRight } from './who-may.js';

/** What is to be different about a character; at least one. */
export type Edit = Pick<Partial<Character>, 'kind' | 'hidden'> &
  Omit<Extract<Command, { type: 'edit' }>, 'type' | 'note'>;

/** An edit that is recorded. */
export interface Edited {
  character: Character;
  /** What the roster holds of it, as it is from now on. */
  roster: Pick<Partial<Character>, 'kind' | 'hidden'>;
  /** What its own stream holds of it; absent where nothing changed there. */
  changed?: Changed;
}

/**
 * Changes what decides how a character's hit points change, and what the roster says of it.
 * @throws {PartyRefusal} when the person may not: kind and hiding are the DM's. @throws {RosterRefusal} @throws {Refusal}
 */
export async function edit(ledger: Ledger, ask: Ask, target: string, wanted: Edit): Promise<Outcome<Edited>> {
  const { character, roster } = await findTarget(ledger, ask, target);
  const { kind, hidden, ...rest } = wanted;
  const ofRoster = { ...(kind && { kind }), ...(hidden !== undefined && { hidden }) };
  const ofStream = { ...(kind && { makesDeathSaves: kind === 'pc' }), ...rest };
  checkRight('correct', ask.person, character, roster);
  const command = { type: 'edit', id: character.id, change: ofRoster } as const;
  const changesRoster = Object.keys(ofRoster).length > 0;
  if (changesRoster) {
    checkDungeonMaster(ask.person, roster);
    // what the roster would refuse must not be half done
    decide(roster, command);
  }
  if (Object.keys(ofStream).length === 0 && changesRoster) return onRoster({ character, roster: ofRoster });
  const changes = await change(
    ledger,
    ask,
    { id: character.id },
    () => ({ type: 'edit', ...ofStream }),
    'correct',
  );
  return follow(changes, ({ done: [changed] }) => {
    if (changed === undefined) throw new Error('an edit was neither done nor refused');
    const edited = { character, roster: ofRoster, changed };
    return changesRoster ? onRoster(edited) : known(edited);
  });

  async function onRoster(edited: Edited): Promise<Outcome<Edited>> {
    const unfinished = (cause: unknown): never => {
      if (edited.changed === undefined) throw cause;
      throw new PartyRefusal({ code: 'edit-unfinished', name: character.name }, { cause });
    };
    const recorded = await changeRoster(ledger, ask, character.name, command).catch(unfinished);
    const settled = recorded.known ? recorded : { ...recorded, settled: recorded.settled.catch(unfinished) };
    return follow(settled, () => known(edited));
  }
}
