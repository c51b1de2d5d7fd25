import type { Ledger } from '../../src/ledger/index.js';
import { hitPoints } from '../../src/party/streams.js';
import type { Entry } from '../../src/party/index.js';

/** What a person is told of a hit. `not-known` is followed by one of the others, if the process lives. */
export type Word =
  { what: 'recorded'; version: number; current: number } | { what: 'nothing' } | { what: 'not-known' };

/** A hit, from when it was sent, and all that was said of it. */
export interface Sent {
  character: string;
  eventId: string;
  /** `performance.now()`. */
  sentAt: number;
  /** The processes to which it was given. */
  to: readonly number[];
  /** In order; `by`: those of the processes that may have said so. */
  told: { word: Word; at: number; by: readonly number[] }[];
}

/** Whether something was left at `not-known` by a process that could have said more. */
export function isInDoubt({ told }: Sent, killed: ReadonlySet<number>): boolean {
  return told.some(
    ({ word, by }, index) =>
      word.what === 'not-known' &&
      !by.some((one) => killed.has(one)) &&
      !told.slice(index + 1).some((later) => later.word.what !== 'not-known' && sharesOne(later.by, by)),
  );
}

const sharesOne = (some: readonly number[], others: readonly number[]) =>
  some.some((one) => others.includes(one));

/** What is wrong with a history: what people were told, against what the ledger holds. Nothing where all is well. */
export async function wrongWith(
  ledger: Ledger,
  history: readonly Sent[],
  killed: ReadonlySet<number>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const character of new Set(history.map((sent) => sent.character))) {
    const entries = await trailOf(ledger, character);
    const { ok } = await ledger.verify(hitPoints, character);
    if (!ok) wrong.push(`${character} does not verify`);
    entries.forEach(({ version }, index) => {
      if (version !== index + 1) wrong.push(`${character} has a gap before v${version}`);
    });
    const of = history.filter((sent) => sent.character === character);
    wrong.push(...wrongWithOne(entries, of, killed));
  }
  return wrong;
}

function wrongWithOne(
  entries: readonly Entry[],
  history: readonly Sent[],
  killed: ReadonlySet<number>,
): string[] {
  const wrong: string[] = [];
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (found.has(entry.eventId)) wrong.push(`${entry.eventId} is there twice`);
    found.set(entry.eventId, entry);
  }
  const sentIds = new Set(history.map(({ eventId }) => eventId));
  // a stream begins with the character's enrolment
  for (const { eventId, version } of entries.slice(1))
    if (!sentIds.has(eventId)) wrong.push(`v${version} is there, and nobody asked for it`);
  for (const sent of history) {
    const { eventId, told, to } = sent;
    const entry = found.get(eventId);
    for (const { word: said } of told) {
      if (said.what === 'recorded' && said.version !== entry?.version)
        wrong.push(`${eventId} was said to be v${said.version}, and is ${entry?.version ?? 'not there'}`);
      if (said.what === 'recorded' && said.current !== entry?.state.current)
        wrong.push(`${eventId} was said to leave ${said.current}, and left ${entry?.state.current ?? '–'}`);
      // of several processes one may have recorded what another was turned away with
      if (said.what === 'nothing' && to.length === 1 && entry !== undefined)
        wrong.push(`${eventId} was said not to be recorded, and is v${entry.version}`);
    }
    if (isInDoubt(sent, killed)) wrong.push(`${eventId} was said not to be known, and never became so`);
  }
  return [...wrong, ...wrongOrder(found, history)];
}

/** What was answered before another was sent has the smaller version: as if each had happened at one moment. */
function wrongOrder(found: ReadonlyMap<string, Entry>, history: readonly Sent[]): string[] {
  const known = history.flatMap(({ eventId, sentAt, told }) => {
    const version = found.get(eventId)?.version;
    const answered = told.filter(({ word }) => word.what === 'recorded').map(({ at }) => at);
    return version === undefined ? [] : [{ version, sentAt, answeredAt: Math.min(Infinity, ...answered) }];
  });
  const byVersion = known.sort((a, b) => a.version - b.version);
  let latestSent = -Infinity;
  const wrong: string[] = [];
  for (const { version, sentAt, answeredAt } of byVersion) {
    // one of a smaller version was sent only after this one had been answered
    if (answeredAt < latestSent) wrong.push(`v${version} was answered before one ahead of it was sent`);
    latestSent = Math.max(latestSent, sentAt);
  }
  return wrong;
}

async function trailOf(ledger: Ledger, character: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let from: number | undefined = 1; from !== undefined;) {
    const page: { events: Entry[]; next?: number } = await ledger.read(hitPoints, character, {
      from,
      limit: 500,
    });
    entries.push(...page.events);
    from = page.next;
  }
  return entries;
}
