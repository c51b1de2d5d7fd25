import { isCorrection } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import { correctionText } from './corrections.js';
import type { Character, Entry, Sight } from './entry.js';
import { fingerprint } from './fingerprint.js';
import { bandText, numbers } from './gauge.js';
import { nameOf, noteText, resultOf, veiledResultOf } from './lines.js';
import type { Reply } from './reply.js';
import { ago, person, plain, shortened } from './text.js';

/** An entry as the feed tells it. */
export interface ToldEntry {
  character: Character;
  /** This entry alone. */
  sight: Sight;
  /** Absent for a hidden creature. */
  hash?: string;
}

/** What a message of the feed tells: each entry; or, of too many, the last of each character’s, and where they begin. */
export type Told = { entries: ToldEntry[] } | { stretches: (ToldEntry & { from: number; to: number })[] };

/** What an embed takes. UTF-16 units. */
const longest = 4_096;
/** How much is told of a note, and of what a correction is about, in a message that would not hold it whole. Code points. */
const lengths = [120, 40, 0];

/** A message of the feed; nothing where there is nothing to tell. It is the same whoever makes it, and whenever. */
export function feedMessage(words: Words, told: Told): Reply | undefined {
  const all = 'entries' in told ? told.entries : told.stretches;
  if (all.length === 0) return undefined;
  const embed = 'entries' in told ? entriesOf(words, told.entries) : stretchesOf(words, told.stretches);
  return { embeds: [{ ...embed, color: neutral }], private: false };
}

/** By what a message of the feed is recognised: the entries that it tells and their times. Names may have changed since. */
export function toldIn(description: string): string {
  return (description.match(/`v\d[^`]*`|<t:\d+:R>/g) ?? []).join(' ');
}

function entriesOf(words: Words, entries: readonly ToldEntry[]) {
  const texts = lengths.map((length) => entries.map((entry) => entryLine(words, entry, length)).join('\n'));
  return { description: texts.find((text) => text.length <= longest) ?? '' };
}

function stretchesOf(words: Words, stretches: readonly (ToldEntry & { from: number; to: number })[]) {
  const { watching } = words;
  const count = stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return {
    title: watching.many(count),
    description: [...stretches.map((one) => stretchLine(words, one)), `-# ${watching.readAll}`].join('\n'),
  };
}

/** `v14 3f9a2c1b7d04` Thorin −7 → 19 · damage · who and when, and why. */
function entryLine(words: Words, { character, sight, hash }: ToldEntry, length: number): string {
  const who = `**${plain(character.name)}**`;
  if (!sight.numbers)
    return sight.entries
      .map((glimpse) => {
        const { version, by, at } = glimpse;
        return `\`v${version}\` ${who} ${veiledResultOf(words, glimpse)} · ${person(by)} ${ago(at)}`;
      })
      .join('');
  return sight.entries
    .map((entry) => {
      const { version, by, at, event } = entry;
      const what = `${resultOf(words, entry)} · ${whatOf(words, entry, length)}`;
      const mark = fingerprint(version, hash ?? '');
      return `${mark} ${who} ${what} · ${person(by)} ${ago(at)}${noteText(words, event, length)}`;
    })
    .join('');
}

/** What it was; a correction tells which entry it is about. */
function whatOf(words: Words, { event }: Entry, length: number): string {
  return isCorrection(event) && length > 0
    ? shortened(correctionText(words, event), length)
    : nameOf(words, event);
}

/** `v15` – `v120 3f9a2c1b7d04` Thorin 19 / 31 */
function stretchLine(
  words: Words,
  { character, sight, hash, from, to }: ToldEntry & { from: number; to: number },
) {
  const last = hash === undefined ? `\`v${to}\`` : fingerprint(to, hash);
  const range = from === to ? last : `\`v${from}\` – ${last}`;
  const how = sight.numbers
    ? sight.entries.map(({ state }) => numbers(words, state))
    : sight.entries.map(({ band }) => bandText(words, band));
  return `${range} **${plain(character.name)}** ${how.join('')}`;
}
