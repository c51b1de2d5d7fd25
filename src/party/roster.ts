import { eventIdOf, StreamNotFound } from '../ledger/index.js';
import type { Ledger, Recorded, TransactOptions } from '../ledger/index.js';
import { emptyRoster } from '../roster/index.js';
import type { Roster, RosterCommand, RosterEvent } from '../roster/index.js';
import type { Ask } from './ask.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
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

/** @param part which of the events that the interaction causes: its position, or what it is about. */
export function metaOf(ask: Ask, subject: string, part: number | string) {
  const { interaction, person, madeAt } = ask;
  return { eventId: eventIdOf(interaction, part), by: person.id, command: interaction, subject, madeAt };
}

export function optionsOf({ answerBy, signal }: Ask): TransactOptions {
  return { answerBy, signal };
}

/**
 * What this interaction did to the roster when it was delivered before.
 * @throws the refusal, when it did nothing.
 */
export async function alreadyDone(
  ledger: Ledger,
  ask: Ask,
  refusal: unknown,
): ReturnType<typeof changeRoster> {
  const refusing = {
    ...rosters,
    decide: () => {
      throw refusal;
    },
  };
  const id = rosterIdOf(ask.server);
  return outcomeOf(await ledger.transact(refusing, id, undefined, metaOf(ask, '', 0), optionsOf(ask)));
}
