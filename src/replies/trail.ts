import type { Words } from '../words/index.js';
import { leaves } from './buttons.js';
import { bandColors, color, neutral } from './color.js';
import type { Character, Sight } from './entry.js';
import { line, lines } from './lines.js';
import type { Reply } from './reply.js';
import { at, person, plain, shortened } from './text.js';
import { explanation } from './explanation.js';

/** What of an embed's 4,096 UTF-16 units its entries may take; the rest is for which of them are shown. */
const longestPage = 3_996;
/** How long notes and what the rules did are on a page that would not hold them whole. Code points. */
const lengths = [
  { note: 200, workings: Infinity },
  { note: 100, workings: 400 },
  { note: 50, workings: 150 },
  { note: 20, workings: 60 },
];

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

/** The entries with what the rules did under each; shortened only where the page would not hold them. */
function page(words: Words, sight: Sight): string {
  if (!sight.numbers) return lines(words, sight, 0).join('\n');
  const texts = lengths.map(({ note, workings: most }) =>
    sight.entries
      .map((entry) => {
        const details = shortened(explanation(words, entry.event), most);
        return details === '' ? line(words, entry, note) : `${line(words, entry, note)}\n-# ${details}`;
      })
      .join('\n'),
  );
  return texts.find((text) => text.length <= longestPage) ?? shortened(texts.at(-1) ?? '', longestPage / 2);
}

function colorOf(sight: Sight): number {
  const [newest] = sight.numbers
    ? sight.entries.map(({ state }) => color(state))
    : sight.entries.map(({ band }) => bandColors[band]);
  return newest ?? neutral;
}
