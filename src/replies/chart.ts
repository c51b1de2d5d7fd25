import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import type { Character } from './entry.js';
import type { Reply } from './reply.js';

/** What is to be said beside a picture of a trail. */
export interface ChartView {
  /** How many of its entries it shows, the latest. */
  shown: number;
  versions: number;
  isPrivate: boolean;
}

/** A picture of a character's hit points. @param picture PNG. */
export function chart(words: Words, { name }: Character, picture: Uint8Array, view: ChartView): Reply {
  const { shown, versions, isPrivate } = view;
  const file = 'chart.png';
  return {
    embeds: [
      {
        ...(shown < versions && { description: `-# ${words.chart.latest(shown, versions)}` }),
        image: { url: `attachment://${file}` },
        color: neutral,
      },
    ],
    files: [{ name: file, contentType: 'image/png', data: picture, description: words.chart.title(name) }],
    private: isPrivate,
  };
}
