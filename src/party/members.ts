import type { Ledger, Recorded } from '../ledger/index.js';
import type { Character, Roster, RosterCommand, RosterEvent } from '../roster/index.js';
import type { Ask } from './ask.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { alreadyDone, changeRoster } from './roster.js';
import { findTarget } from './targets.js';
import { checkRight, mostFrom } from './who-may.js';
import type { Right } from './who-may.js';

/** A change of the roster that is recorded. */
export interface RosterChanged {
  /** As it is after the change. */
  character: Character;
  recorded: Recorded<Roster, RosterEvent>;
}

export async function rename(
  ledger: Ledger,
  ask: Ask,
  target: string,
  name: string,
): Promise<Outcome<{ from: string; to: string }>> {
  const renamed = await changeMember(ledger, ask, target, 'govern', ({ id }) => ({
    type: 'rename',
    id,
    name,
  }));
  return follow(renamed, ({ recorded: { event } }) => {
    if (event.type !== 'CharacterRenamed')
      throw new Error(`the roster recorded ${event.type} for a renaming`);
    return known(event.details);
  });
}

export function retire(ledger: Ledger, ask: Ask, target: string): Promise<Outcome<RosterChanged>> {
  // when it was asked for: the same however often the interaction is delivered
  const at = new Date(ask.madeAt).toISOString();
  return changeMember(ledger, ask, target, 'govern', ({ id }) => ({ type: 'retire', id, at }));
}

/** Hands a player character over. @param to a Discord user id. */
export function give(ledger: Ledger, ask: Ask, target: string, to: string): Promise<Outcome<RosterChanged>> {
  return changeMember(ledger, ask, target, 'govern', ({ id }, roster) => ({
    type: 'give',
    id,
    to,
    ...mostFrom(ask.person, roster),
  }));
}

/** Makes a character the one that the sender means without naming any. */
export function use(ledger: Ledger, ask: Ask, target: string): Promise<Outcome<RosterChanged>> {
  return changeMember(ledger, ask, target, 'change', ({ id }) => ({
    type: 'use',
    id,
    person: ask.person.id,
  }));
}

/** @throws {RosterRefusal} @throws {PartyRefusal} when the person may not. */
async function changeMember(
  ledger: Ledger,
  ask: Ask,
  target: string,
  right: Right,
  command: (character: Character, roster: Roster) => RosterCommand,
): Promise<Outcome<RosterChanged>> {
  const found = await findTarget(ledger, ask, target)
    .then(({ character, roster }) => {
      checkRight(right, ask.person, character, roster);
      return { name: character.name, command: command(character, roster) };
    })
    .catch((refusal: unknown) => ({ refusal }));
  // by its first delivery the same interaction may have made the target another's, or have given it another name
  const changed =
    'refusal' in found
      ? await alreadyDone(ledger, ask, found.refusal)
      : await changeRoster(ledger, ask, found.name, found.command);
  return follow(changed, ({ recorded }) => {
    const { details } = recorded.event;
    const character =
      'id' in details ? recorded.state.characters.find((one) => one.id === details.id) : undefined;
    if (character === undefined) throw new Error(`${recorded.event.type} is of nobody on the roster`);
    return known({ character, recorded });
  });
}
