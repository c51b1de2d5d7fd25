import type { Words } from '../words/index.js';
import { everyone } from './sheet.js';
import type { Sheet } from './sheet.js';
import type { Reply } from './reply.js';

/** The message that always shows the party. It is the same as long as nobody's hit points change. */
export function board(words: Words, sheets: readonly Sheet[]): Reply {
  const { embeds, ...rest } = everyone(words, sheets);
  return { ...rest, embeds: embeds.map((embed) => ({ ...embed, title: words.watching.board })) };
}
