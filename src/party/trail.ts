import type { Ledger } from '../ledger/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Ask } from './ask.js';
import { correctionsOf } from './corrections.js';
import { withStream } from './enrol.js';
import { asPlayersSee, sightOf } from './sight.js';
import type { Corrections, Sight } from './sight.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import { findTarget } from './targets.js';
import type { Target } from './targets.js';

/** Which entries of a trail are wanted. */
export interface TrailFilter {
  /** Discord user id of who caused them. */
  by?: string;
  /** Not before. Milliseconds since 1970. */
  since?: number;
}

/** A page of the audit trail. */
export interface TrailPage {
  character: Character;
  /** Newest first. */
  sight: Sight;
  filter: TrailFilter;
  /** The version that an older page would begin with. */
  older?: number;
  /** The version that a newer page would begin with, 0 for the newest; absent on the page that began with the newest. */
  newer?: number;
}

/** A character's whole trail, or the end of it. */
export interface History {
  character: Character;
  /** The newest version. */
  versions: number;
  /** Oldest first, as they were recorded; read as they are asked for. */
  pages: AsyncIterable<Sight>;
}

/** Entries on a page of the audit trail. */
export const pageLength = 10;
/** Read at once where most entries may be of others. */
const searchLength = 100;
/** After so many entries without enough to show, the page ends, and its button goes on. */
const mostSearched = 1_000;
/** Read at once of a whole trail. */
const historyLength = 500;

/** The newest page of the trail of the character that is meant, also of one that has retired. */
export async function trail(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  filter: TrailFilter = {},
): Promise<TrailPage> {
  const found = await findTarget(ledger, ask, target, { retired: true });
  const { character, roster } = found;
  const { entries, corrections, ...pages } = await withStream(ledger, ask.server, found, () =>
    pageOf(ledger, character.id, filter),
  );
  return { character, sight: sightOf(ask.person, roster, character, entries, corrections), filter, ...pages };
}

/**
 * The page of a character's trail that begins with a version, 0 for the newest, and goes back from there.
 * @param options.privately for the asker's eyes alone; in the open nobody sees a hidden creature's numbers.
 * @throws {PartyRefusal} when this server has no such character.
 */
export async function trailPage(
  ledger: Ledger,
  ask: Ask,
  id: string,
  { from, privately, ...filter }: TrailFilter & { from: number; privately: boolean },
): Promise<TrailPage> {
  const { character, roster } = await findTarget(ledger, ask, { id }, { retired: true });
  const { entries, corrections, ...pages } = await pageOf(ledger, id, filter, from === 0 ? undefined : from);
  const sight = privately
    ? sightOf(ask.person, roster, character, entries, corrections)
    : asPlayersSee(character, entries, corrections);
  return { character, sight, filter, ...pages };
}

/** The last events of the character that is meant, all if `most` is left out. */
export async function history(ledger: Ledger, ask: Ask, target: Target, most = Infinity): Promise<History> {
  const found = await findTarget(ledger, ask, target, { retired: true });
  const { character, roster } = found;
  const versions = await withStream(ledger, ask.server, found, () => ledger.latestVersion(character.id));
  const from = Math.max(1, versions - most + 1);
  return { character, versions, pages: forwards(ledger, ask, character, roster, from, versions) };
}

async function* forwards(
  ledger: Ledger,
  { person }: Ask,
  character: Character,
  roster: Roster,
  first: number,
  to: number,
): AsyncGenerator<Sight> {
  for (let from = first; from <= to;) {
    const { events } = await ledger.read(hitPoints, character.id, { from, to, limit: historyLength });
    yield sightOf(person, roster, character, events, new Map());
    // large entries make short pages
    from = (events.at(-1)?.version ?? to) + 1;
  }
}

type Found = Pick<TrailPage, 'older' | 'newer'> & {
  entries: Entry[];
  /** Absent where the entries are the latest, and hold them all. */
  corrections?: Corrections;
};

async function pageOf(ledger: Ledger, id: string, filter: TrailFilter, from?: number): Promise<Found> {
  const limit = filter.by === undefined ? pageLength : searchLength;
  const entries: Entry[] = [];
  let older = from;
  for (
    let searched = 0;
    searched === 0 || (older !== undefined && searched < mostSearched);
    searched += limit
  ) {
    const start = older === undefined ? {} : { from: older };
    const { events, next } = await ledger.read(hitPoints, id, { limit, newestFirst: true, ...start });
    const inTime = events.filter(({ at }) => filter.since === undefined || Date.parse(at) >= filter.since);
    entries.push(...inTime.filter(({ by }) => filter.by === undefined || by === filter.by));
    older = inTime.length < events.length ? undefined : next;
    if (entries.length >= pageLength) break;
  }
  const page = entries.slice(0, pageLength);
  const last = page.at(-1);
  if (entries.length > pageLength && last !== undefined) older = last.version - 1;
  return {
    entries: page,
    ...((from !== undefined || filter.by !== undefined) && {
      corrections: await correctionsOf(ledger, id, page),
    }),
    ...(older !== undefined && { older }),
    ...(from !== undefined && {
      newer: filter.by === undefined && page[0]?.version === from ? from + pageLength : 0,
    }),
  };
}
