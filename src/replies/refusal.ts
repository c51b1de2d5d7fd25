import type { Refused, Words } from '../words/index.js';
import { refusing, warning } from './color.js';
import type { Reply } from './reply.js';
import { at, channel, person, plain, shortened } from './text.js';

/** How much of what was typed helps in a message. Code points. */
const enough = 50;

/** A refusal in words: what was wrong, and what would be right. */
export function refusalText({ refusals }: Words, refused: Refused): string {
  // each message takes the refusal of its own code, which TypeScript can't tell of a union
  const text = refusals[refused.code] as (refused: Refused) => string;
  return text(escaped(refused));
}

/** The answer for something that was not done, for whoever asked alone. */
export function refusal(words: Words, refused: Refused): Reply {
  return { embeds: [{ description: refusalText(words, refused), color: refusing }], private: true };
}

/** The answer for a change of which it is not known whether it was recorded; `later` takes its place. */
export function notKnownYet(words: Words, later: Promise<Reply>): Reply {
  return { embeds: [{ description: words.notKnown, color: warning }], private: false, later };
}

/** The same, with whatever was typed made harmless. */
function escaped(refused: Refused): Refused {
  const text = (value: unknown) => (typeof value === 'string' ? plain(shortened(value, enough)) : value);
  return Object.fromEntries(
    Object.entries(refused).map(([key, value]: [string, unknown]) => {
      if (codes.has(key)) return [key, value];
      if (key === 'person') return [key, person(String(value))];
      if (key === 'channel') return [key, channel(String(value))];
      if (key === 'began') return [key, at(Date.parse(String(value)))];
      return [key, Array.isArray(value) ? value.map(text) : text(value)];
    }),
  ) as Refused;
}

/** What is no text of anyone's, but decides what the message says. */
const codes = new Set(['code', 'who', 'condition', 'missing']);
