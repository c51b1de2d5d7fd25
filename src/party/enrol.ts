import { eventIdOf, StreamNotFound } from '../ledger/index.js';
import type { Ledger, Meta, TransactOptions } from '../ledger/index.js';
import type { Character, CharacterAdded, Roster } from '../roster/index.js';
import { Refusal } from '../rules/index.js';
import type { Command } from '../rules/index.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { hitPoints, rosterIdOf, rosters } from './streams.js';
import type { Entry } from './streams.js';

/** The position of a character's first event among those that `character add` causes; the roster's own comes before it. */
const position = 1;

/** The command that begins a character's stream. */
export function enrolment(added: Omit<CharacterAdded['details'], 'id' | 'name' | 'owner'>): Command {
  const { kind, max, current, makesDeathSaves, hitDice, constitution } = added;
  return {
    type: 'enroll',
    kind,
    max,
    ...(current !== undefined && { current }),
    ...(makesDeathSaves !== undefined && { makesDeathSaves }),
    ...(hitDice && { hitDice }),
    ...(constitution !== undefined && { constitution }),
  };
}

/** Begins a character's stream with what the roster says of it. */
export async function enrol(
  ledger: Ledger,
  added: CharacterAdded['details'],
  edition: Roster['settings']['rules'],
  meta: Meta,
  options?: TransactOptions,
): Promise<Outcome<{ recorded: Entry; recent: Entry[] }>> {
  const command = enrolment(added);
  const own = { ...meta, eventId: eventIdOf(meta.command, position) };
  return outcomeOf(await ledger.transact(hitPoints, added.id, { command, edition }, own, options));
}

/**
 * Does something with a character's stream; where it was never begun, begins it first.
 * @throws what the action throws.
 */
export async function withStream<T>(
  ledger: Ledger,
  server: string,
  { character, roster }: { character: Character; roster: Roster },
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const isMissing =
      error instanceof StreamNotFound || (error instanceof Refusal && error.refused.code === 'not-enrolled');
    if (!isMissing) throw error;
    await finishEnrolling(ledger, server, character, roster);
    return action();
  }
}

/**
 * Begins the stream of a character that is on the roster but has none, because the program ended between the two: what
 * was recorded there is done to its end, in the name of whoever asked for it.
 */
async function finishEnrolling(
  ledger: Ledger,
  server: string,
  character: Character,
  roster: Roster,
): Promise<void> {
  let next: number | undefined;
  do {
    const page = await ledger.read(rosters, rosterIdOf(server), {
      limit: 100,
      newestFirst: true,
      ...(next !== undefined && { from: next }),
    });
    const added = page.events.find(
      ({ event }) => event.type === 'CharacterAdded' && event.details.id === character.id,
    );
    if (added?.event.type === 'CharacterAdded') {
      const meta = { ...added, madeAt: Date.parse(added.at) };
      const outcome = await enrol(ledger, added.event.details, roster.settings.rules, meta);
      if (!outcome.known) await outcome.settled;
      return;
    }
    next = page.next;
  } while (next !== undefined);
}
