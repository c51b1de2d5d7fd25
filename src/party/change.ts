import type { Ledger } from '../ledger/index.js';
import type { Character, Roster } from '../roster/index.js';
import { Refusal } from '../rules/index.js';
import type { Command } from '../rules/index.js';
import type { Ask } from './ask.js';
import { finishEnrolling } from './enrol.js';
import { follow, known, outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { findTarget, metaOf, optionsOf } from './roster.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import { checkRight } from './who-may.js';
import type { Right } from './who-may.js';

/** A change of hit points that is recorded. */
export interface Changed {
  character: Character;
  recorded: Entry;
  /** The newest first: this one and up to four before it. */
  recent: Entry[];
}

/**
 * Does a command to the character that is meant.
 * @throws what says that nothing was recorded: {RosterRefusal}, {PartyRefusal}, {Refusal}, the ledger's {NotRecorded}.
 */
export async function change(
  ledger: Ledger,
  ask: Ask,
  target: string | undefined,
  command: Command,
  right: Right,
): Promise<Outcome<Changed>> {
  const { character, roster } = await findTarget(ledger, ask, target);
  checkRight(right, ask.person, character);
  const append = () => appendTo(ledger, ask, character, roster, command);
  try {
    return await append();
  } catch (error) {
    if (!(error instanceof Refusal && error.refused.code === 'not-enrolled')) throw error;
    await finishEnrolling(ledger, ask.server, character, roster);
    return append();
  }
}

async function appendTo(
  ledger: Ledger,
  ask: Ask,
  character: Character,
  roster: Roster,
  command: Command,
): Promise<Outcome<Changed>> {
  const ruled = { command, edition: roster.settings.rules };
  const outcome = outcomeOf(
    await ledger.transact(hitPoints, character.id, ruled, metaOf(ask, character.name, 0), optionsOf(ask)),
  );
  return follow(outcome, (value) => known({ character, ...value }));
}
