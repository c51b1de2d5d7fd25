import { StoreUnavailable, StreamNotFound } from '../ledger/index.js';
import type { Ledger, Published, Verification } from '../ledger/index.js';
import { charactersBeginning, charactersNamed, isLiving } from '../roster/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Ask } from './ask.js';
import { PartyRefusal } from './refusal.js';
import { retiredOf } from './retired.js';
import { rosterOf } from './roster.js';
import { hitPoints } from './streams.js';
import { findTarget } from './targets.js';
import type { NotDone, Target } from './targets.js';
import { checkDungeonMaster, isDungeonMaster } from './who-may.js';

/** What a look at a character's whole stream found. */
export interface Verified {
  character: Character;
  verification: Verification;
}

/** A hash that someone has noted, and whom the line around it names. */
export interface NotedLine extends Published {
  /** The name, where the line has the form of the feed. */
  name?: string;
  /** What follows the hash where the name is not set apart: it may begin with one. */
  text?: string;
}

/** What a look at the streams found that lines were noted of. */
export interface Verifications {
  verified: Verified[];
  /** Lines that name someone who is not here and never was by that name. */
  ofNobody: { name: string; version: number; hash: string }[];
  /** Those that the person may not look at so closely. */
  notDone: NotDone[];
}

/** So many streams are read from end to end for one answer. */
const mostStreams = 10;

/**
 * Whether the history of the character that is meant, also of one that has retired, is whole and unaltered. Each line is
 * held against the character that it names; those without a name against the target, or the person's own character.
 * @param lines what someone has noted.
 * @throws {PartyRefusal} for a hidden creature to who is not the DM: from hashes its numbers can be guessed.
 */
export async function verify(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  lines: readonly NotedLine[],
): Promise<Verifications> {
  const { unnamed, named, ofNobody } = await sorted(ledger, ask, target, lines);
  const groups = new Map<string, Group>();
  if (target !== undefined || unnamed.length > 0 || lines.length === 0) {
    const meant = await findTarget(ledger, ask, target, { retired: true });
    groups.set(meant.character.id, { ...meant, published: unnamed });
  }
  for (const { line, roster, candidates } of named) {
    const character = await likeliest(ledger, line, visible(ask, roster, candidates));
    const group = groups.get(character.id) ?? { character, roster, published: [] };
    groups.set(character.id, { ...group, published: [...group.published, line] });
  }
  if (groups.size > mostStreams)
    throw new PartyRefusal({ code: 'too-many-targets', count: groups.size, most: mostStreams });
  return { ...(await verifiedOf(ledger, ask, [...groups.values()])), ofNobody };
}

interface Named {
  line: Published;
  roster: Roster;
  /** Never empty; the likeliest first. */
  candidates: Character[];
}

interface Group {
  character: Character;
  roster: Roster;
  published: Published[];
}

/** Whom each line is about. With a target a name that nobody has may be one that the target had before. */
async function sorted(ledger: Ledger, ask: Ask, target: Target, lines: readonly NotedLine[]) {
  let roster = await rosterOf(ledger, ask.server);
  const isUnknown = (line: NotedLine) =>
    line.name !== undefined && namedBy(roster.characters, line).length === 0;
  // someone may have been added by another process just now
  if (lines.some(isUnknown)) roster = await rosterOf(ledger, ask.server, 0);
  const characters = await everNamed(ledger, ask, roster, lines);
  const unnamed: Published[] = [];
  const named: Named[] = [];
  const ofNobody: Verifications['ofNobody'] = [];
  for (const line of lines) {
    const { version, hash, name } = line;
    const candidates = namedBy(characters, line);
    if (candidates.length > 0) named.push({ line: { version, hash }, roster, candidates });
    else if (name === undefined || target !== undefined) unnamed.push({ version, hash });
    else ofNobody.push({ name, version, hash });
  }
  return { unnamed, named, ofNobody };
}

/** All who may be meant by lines, however long ago they retired, in the order of a roster. */
async function everNamed(
  ledger: Ledger,
  { server }: Ask,
  roster: Roster,
  lines: readonly NotedLine[],
): Promise<Character[]> {
  const living = roster.characters.filter(isLiving);
  const named = lines.filter(({ name }) => name !== undefined);
  if (named.length === 0) return living;
  const retired: Character[] = [];
  for await (const { character } of retiredOf(ledger, server, roster))
    if (named.some((line) => namedBy([character], line).length > 0)) retired.push(character);
  return [...living, ...retired.reverse()];
}

function namedBy(characters: readonly Character[], { name, text }: NotedLine): Character[] {
  if (text !== undefined) return charactersBeginning(characters, text);
  return name === undefined ? [] : charactersNamed(characters, name);
}

/** Those of several of a name whose hashes the person may know of; where there is none, all. */
function visible({ person }: Ask, roster: Roster, candidates: readonly Character[]): readonly Character[] {
  const open = candidates.filter(({ hidden }) => hidden !== true || isDungeonMaster(person, roster));
  return open.length > 0 ? open : candidates;
}

/** Of several that bear a name, or bore it, the one whose entry it is; else the first. */
async function likeliest(
  ledger: Ledger,
  { version, hash }: Published,
  candidates: readonly Character[],
): Promise<Character> {
  const [first, ...others] = candidates;
  if (first === undefined) throw new Error('a line of nobody');
  if (others.length === 0) return first;
  for (const character of candidates) {
    if ((await hashAt(ledger, character, version))?.startsWith(hash) === true) return character;
  }
  return first;
}

/** The hash of an entry; `undefined` where there is none that can be read. */
async function hashAt(ledger: Ledger, { id }: Character, version: number): Promise<string | undefined> {
  try {
    const { events } = await ledger.read(hitPoints, id, { from: version, to: version, limit: 1 });
    return events[0]?.hash;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return undefined;
  }
}

async function verifiedOf(
  ledger: Ledger,
  ask: Ask,
  groups: readonly Group[],
): Promise<Pick<Verifications, 'verified' | 'notDone'>> {
  const verified: Verified[] = [];
  const notDone: NotDone[] = [];
  for (const { character, roster, published } of groups) {
    try {
      if (character.hidden === true) checkDungeonMaster(ask.person, roster);
      verified.push({ character, verification: await verificationOf(ledger, character, published) });
    } catch (error) {
      if (!(error instanceof PartyRefusal) || groups.length === 1) throw error;
      notDone.push({ name: character.name, error });
    }
  }
  return { verified, notDone };
}

async function verificationOf(
  ledger: Ledger,
  { id }: Character,
  published: readonly Published[],
): Promise<Verification> {
  try {
    return await ledger.verify(hitPoints, id, { published });
  } catch (error) {
    // to begin the stream of who is on the roster would be to cover up that it was deleted
    if (error instanceof StreamNotFound) return nothing(published);
    throw error;
  }
}

function nothing(published: readonly Published[]): Verification {
  return {
    ok: false,
    versions: 0,
    hash: '',
    fault: { version: 1, wrong: 'missing' },
    published: published.map((one) => ({ ...one, found: 'gone' })),
  };
}
