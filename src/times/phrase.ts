import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import type { Parser } from 'chrono-node';
import { lastMoment } from './last-moment.js';
import type { ReadTimeOptions } from './options.js';

/** `23.11.`: chrono knows it with its year alone. */
const dayAndMonth: Parser = {
  pattern: () => /(?<!\S)(?:am )?(\d{1,2})\. ?(\d{1,2})\.(?!\S)/i,
  extract: (_, [, day, month]) => ({ day: Number(day), month: Number(month) }),
};
const de = german.casual.clone();
de.parsers.push(dayAndMonth);
const en = english.casual;

/** A date written with dots has its day first, in whatever language the rest is. */
const dotted = /\d\.(?!\d*[a-z])/i;
/** With these no other day is meant than the one to come. */
const ahead = /\b(?:this|next|diese|nächste|naechste|kommende)/i;

/** The last moment before now that the words as a whole can mean in either language. White space is single spaces. */
export function readPhrase(text: string, { now, language }: ReadTimeOptions): Date | undefined {
  const languages = language === 'de' || dotted.test(text) ? [de, en] : [en, de];
  for (const chrono of languages) {
    const [found] = chrono.parse(text, now);
    if (found?.text !== text || found.end) continue;
    const moment = lastMoment(found.start, now, !ahead.test(text));
    if (moment) return moment;
  }
  return undefined;
}
