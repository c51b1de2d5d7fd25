import { StreamNotFound } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import { completions, isLiving, RosterRefusal } from '../roster/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Ask } from './ask.js';
import { finishEnrolling } from './enrol.js';
import { findTarget, rosterOf } from './roster.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';

/** A character and the last event of its stream, which holds its state. */
export interface Sheet {
  character: Character;
  latest: Entry;
}

/** A page of the audit trail. */
export interface TrailPage {
  character: Character;
  /** Newest first. */
  entries: Entry[];
  /** The version that an older page would begin with. */
  older?: number;
  /** The version that a newer page would begin with; absent on the page that began with the newest. */
  newer?: number;
}

/** Entries on a page of the audit trail. */
export const pageLength = 10;

/** What is shown is read afresh, whatever another process did meanwhile. */
const fresh = { maxAge: 0 };

/** The character that is meant, also one that has retired, as it is now. */
export async function sheet(ledger: Ledger, ask: Ask, target: string | undefined): Promise<Sheet> {
  const { character, roster } = await findTarget(ledger, ask, target, { retired: true });
  return sheetOf(ledger, ask.server, character, roster);
}

/** Everyone on the server, in the order in which they came. */
export async function everyone(ledger: Ledger, ask: Ask): Promise<Sheet[]> {
  const roster = await rosterOf(ledger, ask.server);
  return Promise.all(
    roster.characters.filter(isLiving).map((one) => sheetOf(ledger, ask.server, one, roster)),
  );
}

/** The newest page of the trail of the character that is meant, also of one that has retired. */
export async function trail(ledger: Ledger, ask: Ask, target: string | undefined): Promise<TrailPage> {
  const { character, roster } = await findTarget(ledger, ask, target, { retired: true });
  return enrolled(ledger, ask.server, character, roster, () => pageOf(ledger, character));
}

/**
 * The page of a character's trail that begins with a version and goes back from there.
 * @throws {RosterRefusal} when this server has no such character.
 */
export async function trailPage(ledger: Ledger, ask: Ask, id: string, from: number): Promise<TrailPage> {
  const roster = await rosterOf(ledger, ask.server);
  const character = roster.characters.find((one) => one.id === id);
  if (character === undefined)
    throw new RosterRefusal({ code: 'character-unknown', typed: '', suggestions: [] });
  return pageOf(ledger, character, from);
}

/** Names for autocomplete: what was typed so far can become them. */
export async function names(ledger: Ledger, ask: Ask, typed: string, most: number): Promise<string[]> {
  return completions(await rosterOf(ledger, ask.server), typed, most);
}

async function pageOf(ledger: Ledger, character: Character, from?: number): Promise<TrailPage> {
  const { events, next } = await ledger.read(hitPoints, character.id, {
    limit: pageLength,
    newestFirst: true,
    ...(from !== undefined && { from }),
  });
  return {
    character,
    entries: events,
    ...(next !== undefined && { older: next }),
    ...(from !== undefined && events[0]?.version === from && { newer: from + pageLength }),
  };
}

function sheetOf(ledger: Ledger, server: string, character: Character, roster: Roster): Promise<Sheet> {
  return enrolled(ledger, server, character, roster, async () => ({
    character,
    latest: await ledger.project(hitPoints, character.id, fresh),
  }));
}

/** Looks at a stream; where it was never begun, begins it first. */
async function enrolled<T>(
  ledger: Ledger,
  server: string,
  character: Character,
  roster: Roster,
  look: () => Promise<T>,
): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
    await finishEnrolling(ledger, server, character, roster);
    return look();
  }
}
