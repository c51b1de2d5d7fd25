import { durationOf } from './duration.js';
import type { ReadTimeOptions } from './options.js';
import { stampOf } from './stamp.js';

/** In characters, as JavaScript counts them. Longer texts are not looked at. */
const longest = 100;
/** What may stand around a time without changing it. */
const around = /^(?:(?:since|from|just|about|around|seit|ab|etwa|gegen|ca\.?) )+|(?:[ ,!?]|(?<!\d)\.)+$/gi;
const ago = /^vor | ago$/gi;

/**
 * The time that a person means, by this machine's clock: `19:30`, `20 minutes ago`, `vor 2 Std`, `3d`,
 * `yesterday 19:30`, `2026-11-23`, Discord's `<t:1700000000:f>`. The whole text has to say it.
 * - A time of day without a day is the last such one; so is a weekday, and a date without its year.
 * - A day without a time of day is its beginning.
 * - A duration by itself is so long ago.
 * - A time that comes twice, as clocks are put back, is the first of the two.
 * @returns undefined where no time can be meant, or only one after now.
 */
export async function readTime(typed: string, options: ReadTimeOptions): Promise<Date | undefined> {
  if (typed.length > longest) return undefined;
  // single spaces: chrono takes seconds for some texts that have more
  const text = typed.trim().replace(/\s+/g, ' ').replace(around, '');
  const exact = stampOf(text) ?? before(options.now, durationOf(text.replace(ago, '')));
  if (exact !== undefined) return exact <= options.now ? exact : undefined;
  // loaded when it is first needed, since that takes a while
  const { readPhrase } = await import('./phrase.js');
  return readPhrase(text, options);
}

function before(now: Date, duration: number | undefined): Date | undefined {
  return duration === undefined ? undefined : new Date(now.getTime() - duration);
}
