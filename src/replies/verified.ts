import type { APIEmbed } from 'discord-api-types/v10';
import type { Refused, Words } from '../words/index.js';
import { approving, refusing, warning } from './color.js';
import type { Character } from './entry.js';
import { fingerprint } from './fingerprint.js';
import type { Reply } from './reply.js';
import { refusalText } from './refusal.js';
import { plain, shortened } from './text.js';

type Found = keyof Words['verify']['found'];

/** What a look at a whole trail found. */
export interface Verified {
  character: Character;
  verification: {
    ok: boolean;
    /** So many are whole, from the first on; `hash` is of the last of them. */
    versions: number;
    hash: string;
    /** The first version that is wrong. */
    fault?: { version: number; wrong: keyof Words['verify']['fault'] };
    /** What became of the lines that were noted. */
    published: readonly { version: number; hash: string; found: Found }[];
  };
}

/** What a look at several trails found. */
export interface Verifications {
  verified: readonly Verified[];
  /** Lines that name someone who is not here. */
  ofNobody: readonly { name: string; version: number; hash: string }[];
  /** Whose trail the asker may not look at so closely. */
  notDone: readonly { name: string; refused: Refused }[];
}

/** How many lines of those that had the same fate are named one by one, in the whole answer. */
const mostNamed = 20;
/** In the order in which they are told. */
const fates: Found[] = ['gone', 'changed', 'unknown', 'held'];
/** What is told in full of several trails fits into so much; Discord takes 6,000 of all embeds. UTF-16 units. */
const longest = 4_000;

/** Whether trails are whole and unaltered, and what became of the lines that were noted. */
export function verified(words: Words, { verified: all, ofNobody, notDone }: Verifications): Reply {
  const named = Math.max(2, Math.floor(mostNamed / Math.max(1, all.length)));
  const embeds = all.map((one) => trailEmbed(words, one, { named, isOnly: all.length === 1 }));
  let room = longest;
  const fitting = embeds.map(({ description = '', ...embed }) => {
    room -= description.length;
    return room < 0 ? embed : { ...embed, description };
  });
  const unchecked = uncheckedEmbed(words, { ofNobody, notDone });
  return {
    embeds: [...fitting, ...(unchecked === undefined ? [] : [unchecked])],
    // where no trail was looked at, there is nothing for others to see
    private: all.length === 0 || notDone.length > 0 || all.some(({ character }) => character.hidden === true),
  };
}

function trailEmbed(
  words: Words,
  { character, verification }: Verified,
  { named, isOnly }: { named: number; isOnly: boolean },
): APIEmbed {
  const { verify } = words;
  const { ok, versions, hash, fault, published } = verification;
  const title = ok ? verify.whole : fault === undefined ? verify.lacking : verify.faulty;
  const last = fingerprint(versions, hash);
  const trail =
    fault === undefined
      ? [verify.entries(versions, last)]
      : [verify.fault[fault.wrong](fault.version), ...(versions === 0 ? [] : [verify.wholeUntil(last)])];
  return {
    title: title(plain(character.name)),
    description: [
      ...(ok && !isOnly && published.length > 0 ? [] : trail),
      ...fates.flatMap((fate) => fateLine(words, fate, verification, named)),
      ...(ok && published.length === 0 && isOnly ? [`-# ${verify.keep(last)}`] : []),
    ].join('\n'),
    color: ok ? approving : refusing,
  };
}

/** Nothing is wrong with what could not be held against anything, so it is not in red. */
function uncheckedEmbed(
  words: Words,
  { ofNobody, notDone }: Pick<Verifications, 'ofNobody' | 'notDone'>,
): APIEmbed | undefined {
  const { verify, labels } = words;
  const names = [...new Set(ofNobody.map(({ name }) => name))];
  const nobody = names.slice(0, mostNobodies).map((name) => {
    const lines = ofNobody.filter((one) => one.name === name);
    return verify.ofNobody(`**${plain(shortened(name, longestName))}**`, namedOf(words, lines, 2));
  });
  const more = names.length - nobody.length;
  const text = [
    ...nobody,
    ...(more > 0 ? [verify.andMore(more)] : []),
    ...notDone.map(({ name, refused }) => labels.notDone(plain(name), refusalText(words, refused))),
  ];
  if (text.length === 0) return undefined;
  return { title: verify.ofNobodyTitle, description: text.join('\n'), color: warning };
}

/** How many of those who are not here are named. */
const mostNobodies = 3;
/** As much as is shown of a name that nobody has. Code points. */
const longestName = 32;

/** What became of the lines that had this fate; nothing where there are none. */
function fateLine(
  words: Words,
  fate: Found,
  { published, versions }: Verified['verification'],
  most: number,
): string[] {
  const lines = published.filter(({ found }) => found === fate);
  return lines.length === 0 ? [] : [words.verify.found[fate](namedOf(words, lines, most), versions)];
}

/** Lines, and how many more there are. */
function namedOf(
  { verify }: Words,
  lines: readonly { version: number; hash: string }[],
  most: number,
): string {
  const named = lines.slice(0, most).map(({ version, hash }) => fingerprint(version, hash));
  const more = lines.length - named.length;
  return [named.join(', '), ...(more > 0 ? [verify.andMore(more)] : [])].join(' ');
}
