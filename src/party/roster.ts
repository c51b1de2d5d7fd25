import { eventIdOf, StreamNotFound } from '../ledger/index.js';
import type { Ledger, Recorded, TransactOptions } from '../ledger/index.js';
import { emptyRoster, findCharacter, RosterRefusal } from '../roster/index.js';
import type { Character, Roster, RosterCommand, RosterEvent } from '../roster/index.js';
import type { Ask } from './ask.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { rosterIdOf, rosters } from './streams.js';

/** Another process may have changed a roster; for so long a copy of it is still taken for the newest. Milliseconds. */
const rosterMaxAge = 60_000;

/** Who is on a server, as of a minute ago at most. */
export async function rosterOf(ledger: Ledger, server: string, maxAge = rosterMaxAge): Promise<Roster> {
  try {
    return (await ledger.project(rosters, rosterIdOf(server), { maxAge })).state;
  } catch (error) {
    if (error instanceof StreamNotFound) return emptyRoster;
    throw error;
  }
}

/**
 * The character that a person means: by name, by the beginning of a name, or by naming none.
 * @throws {RosterRefusal} when the name says nobody or several. @throws {PartyRefusal} when there is no active character.
 */
export async function findTarget(
  ledger: Ledger,
  { server, person }: Ask,
  target: string | undefined,
  options: { retired?: boolean } = {},
): Promise<{ character: Character; roster: Roster }> {
  const find = (roster: Roster) => ({
    roster,
    character:
      target === undefined ? activeCharacter(roster, person.id) : findCharacter(roster, target, options),
  });
  try {
    return find(await rosterOf(ledger, server));
  } catch (error) {
    if (!(error instanceof RosterRefusal || error instanceof PartyRefusal)) throw error;
    // it may have been added by another process just now
    return find(await rosterOf(ledger, server, 0));
  }
}

function activeCharacter(roster: Roster, person: string): Character {
  const character = roster.characters.find((one) => one.id === roster.active[person]);
  if (character === undefined) throw new PartyRefusal({ code: 'no-active-character' });
  return character;
}

/** Appends to the roster what an interaction does to it. */
export async function changeRoster(
  ledger: Ledger,
  ask: Ask,
  subject: string,
  command: RosterCommand,
): Promise<Outcome<{ recorded: Recorded<Roster, RosterEvent> }>> {
  return outcomeOf(
    await ledger.transact(rosters, rosterIdOf(ask.server), command, metaOf(ask, subject, 0), optionsOf(ask)),
  );
}

/** @param position of the event among those that the interaction causes. */
export function metaOf(ask: Ask, subject: string, position: number) {
  const { interaction, person, madeAt } = ask;
  return { eventId: eventIdOf(interaction, position), by: person.id, command: interaction, subject, madeAt };
}

export function optionsOf({ answerBy, signal }: Ask): TransactOptions {
  return { answerBy, signal };
}
