import type { Words } from '../words/index.js';
import { approving, refusing } from './color.js';
import type { Character } from './entry.js';
import { fingerprint } from './fingerprint.js';
import type { Reply } from './reply.js';
import { plain } from './text.js';

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

/** As many lines as are named one by one, of those that had the same fate. */
const mostNamed = 20;
/** In the order in which they are told. */
const fates: Found[] = ['gone', 'changed', 'unknown', 'held'];

/** Whether a trail is whole and unaltered, and what became of the lines that were noted. */
export function verified(words: Words, { character, verification }: Verified): Reply {
  const { verify } = words;
  const { ok, versions, hash, fault, published } = verification;
  const title = ok ? verify.whole : fault === undefined ? verify.lacking : verify.faulty;
  const last = fingerprint(versions, hash);
  const trail =
    fault === undefined
      ? [verify.entries(versions, last)]
      : [verify.fault[fault.wrong](fault.version), ...(versions === 0 ? [] : [verify.wholeUntil(last)])];
  return {
    embeds: [
      {
        title: title(plain(character.name)),
        description: [
          ...trail,
          ...fates.flatMap((fate) => fateLine(words, fate, verification)),
          ...(ok && published.length === 0 ? [`-# ${verify.keep(last)}`] : []),
        ].join('\n'),
        color: ok ? approving : refusing,
      },
    ],
    private: character.hidden === true,
  };
}

/** What became of the lines that had this fate; nothing where there are none. */
function fateLine(
  { verify }: Words,
  fate: Found,
  { published, versions }: Verified['verification'],
): string[] {
  const lines = published.filter(({ found }) => found === fate);
  if (lines.length === 0) return [];
  const named = lines.slice(0, mostNamed).map(({ version, hash }) => fingerprint(version, hash));
  const more = lines.length - named.length;
  const all = [named.join(', '), ...(more > 0 ? [verify.andMore(more)] : [])].join(' ');
  return [verify.found[fate](all, versions)];
}
