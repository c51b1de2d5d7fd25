import { LRUCache } from 'lru-cache';
import type { Ledger } from '../ledger/index.js';
import { isNamed, isOffered, mayBeMeant, retiredIn } from '../roster/index.js';
import type { Character, Roster } from '../roster/index.js';
import { rosterIdOf, rosters } from './streams.js';

/** One who has left a server's roster. */
export interface Retired {
  character: Character;
  /** How many had left by then, this one included. */
  nth: number;
}

/** Those who retired, as one of the roster's states holds them. */
type Page = Pick<Roster, 'retirements' | 'earlier'> & { retired: readonly Character[] };

/** So many states of rosters are remembered; each holds up to a hundred that retired. */
const mostPages = 300;
/** What is recorded never changes, so this can't be out of date. */
const remembered = new WeakMap<Ledger, LRUCache<string, Page>>();

/**
 * All that ever retired from a roster, the latest first. What its state does not hold any more is read as it is asked for, some
 * fifty with a request: each state names the one before it that holds those who left earlier.
 * @throws {StoreUnavailable} @throws {UnreadableEvent}
 */
export async function* retiredOf(ledger: Ledger, server: string, roster: Roster): AsyncGenerator<Retired> {
  let page: Page = { ...roster, retired: retiredIn(roster) };
  for (let nth = page.retirements; ;) {
    const before = page.retirements - page.retired.length;
    for (; nth > before; nth--) {
      const character = page.retired[nth - before - 1];
      if (character !== undefined) yield { character, nth };
    }
    if (page.earlier === undefined) return;
    page = await pageAt(ledger, rosterIdOf(server), page.earlier);
  }
}

/** The last that left of those for whom this holds. */
export async function findRetired(
  ledger: Ledger,
  server: string,
  roster: Roster,
  isMeant: (character: Character) => boolean,
): Promise<Character | undefined> {
  for await (const { character } of retiredOf(ledger, server, roster))
    if (isMeant(character)) return character;
  return undefined;
}

/**
 * Those who retired and may be meant by a name or by the beginning of one, the latest first; no further back than the first whose
 * name it is.
 */
export async function retiredMeantBy(
  ledger: Ledger,
  server: string,
  roster: Roster,
  typed: string,
): Promise<Character[]> {
  const meant: Character[] = [];
  for await (const { character } of retiredOf(ledger, server, roster)) {
    if (mayBeMeant(character, typed)) meant.push(character);
    if (isNamed(character, typed)) break;
  }
  return meant;
}

/**
 * Those who retired and can be offered for what was typed so far, the latest first; before them those whose name it is, whoever
 * left since under a longer one.
 */
export async function retiredOfferedFor(
  ledger: Ledger,
  server: string,
  roster: Roster,
  typed: string,
  most: number,
): Promise<Character[]> {
  const named: Character[] = [];
  const others: Character[] = [];
  for await (const { character } of retiredOf(ledger, server, roster)) {
    if (isNamed(character, typed)) named.push(character);
    else if (others.length < most && isOffered(character, typed)) others.push(character);
    const isEnough = named.length >= most || (typed.trim() === '' && others.length >= most);
    if (isEnough) break;
  }
  return [...named, ...others].slice(0, most);
}

async function pageAt(ledger: Ledger, id: string, version: number): Promise<Page> {
  const pages = remembered.get(ledger) ?? new LRUCache<string, Page>({ max: mostPages });
  remembered.set(ledger, pages);
  const key = `${id} ${version}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const { state } = await ledger.project(rosters, id, { at: version });
  const { retirements, earlier } = state;
  const page = { retirements, retired: retiredIn(state), ...(earlier !== undefined && { earlier }) };
  pages.set(key, page);
  return page;
}
