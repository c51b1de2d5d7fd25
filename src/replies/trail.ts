import type { Words } from '../words/index.js';
import { leaves } from './buttons.js';
import { bandColors, color, neutral } from './color.js';
import type { Character, Sight } from './entry.js';
import { line, lines } from './lines.js';
import type { Reply } from './reply.js';
import { at, person, plain, shortened } from './text.js';
import { workings } from './workings.js';

/** As long as Discord lets an embed's description be, in UTF-16 units. */
const longestDescription = 4_096;
/** How long a note is on a page that would not hold it whole. Code points. */
const noteLengths = [200, 100, 50, 20];

/** A page of the audit trail. */
export interface TrailView {
  character: Character;
  /** Newest first. */
  sight: Sight;
  filter: { by?: string; since?: number };
  older?: number;
  newer?: number;
}

/** A page of the audit trail, newest first, with buttons to leaf. @param privately for one person's eyes. */
export function trail(words: Words, view: TrailView, privately: boolean): Reply {
  const { character, sight, filter, ...pages } = view;
  const { labels } = words;
  const { by, since } = filter;
  const only = labels.trailFilter(by && person(by), since === undefined ? since : at(since));
  const entries = sight.entries.length === 0 ? labels.trailNothing : page(words, sight);
  return {
    embeds: [
      {
        title: labels.trailOf(plain(character.name)),
        description: [...(by === undefined && since === undefined ? [] : [`-# ${only}`]), entries].join('\n'),
        color: colorOf(sight),
      },
    ],
    components: [leaves(words, { character: character.id, privately, ...filter }, pages)],
    private: privately,
  };
}

/** The entries with what the rules did under each; notes are shortened only where the page would not hold them. */
function page(words: Words, sight: Sight): string {
  if (!sight.numbers) return lines(words, sight, 0).join('\n');
  const texts = noteLengths.map((length) =>
    sight.entries
      .map((entry) => {
        const details = workings(words, entry.event);
        return details === '' ? line(words, entry, length) : `${line(words, entry, length)}\n-# ${details}`;
      })
      .join('\n'),
  );
  const longest = longestDescription - 100;
  return texts.find((text) => text.length <= longest) ?? shortened(texts.at(-1) ?? '', longest / 2);
}

function colorOf(sight: Sight): number {
  const [newest] = sight.numbers
    ? sight.entries.map(({ state }) => color(state))
    : sight.entries.map(({ band }) => bandColors[band]);
  return newest ?? neutral;
}
