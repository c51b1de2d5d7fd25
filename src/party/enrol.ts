import { eventIdOf } from '../ledger/index.js';
import type { Ledger, Meta, TransactOptions } from '../ledger/index.js';
import type { Character, CharacterAdded, Roster } from '../roster/index.js';
import type { Command } from '../rules/index.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { hitPoints, rosterIdOf, rosters } from './streams.js';
import type { Entry } from './streams.js';

/** The position of a character's first event among those that `character add` causes; the roster's own comes before it. */
const position = 1;

/** The command that begins a character's stream. */
export function enrolment({
  kind,
  max,
  current,
}: Pick<CharacterAdded['details'], 'kind' | 'max' | 'current'>): Command {
  return { type: 'enroll', kind, max, ...(current !== undefined && { current }) };
}

/** Begins a character's stream with what the roster says of it. */
export async function enrol(
  ledger: Ledger,
  { id, kind, max, current }: CharacterAdded['details'],
  edition: Roster['settings']['rules'],
  meta: Meta,
  options?: TransactOptions,
): Promise<Outcome<{ recorded: Entry; recent: Entry[] }>> {
  const command = enrolment({ kind, max, current });
  const own = { ...meta, eventId: eventIdOf(meta.command, position) };
  return outcomeOf(await ledger.transact(hitPoints, id, { command, edition }, own, options));
}

/**
 * Begins the stream of a character that is on the roster but has none, because the program ended between the two: what
 * was recorded there is done to its end, in the name of whoever asked for it.
 */
export async function finishEnrolling(
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
