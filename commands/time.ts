import { readTime } from '../src/times/index.js';
import { refuse, textOf } from './read.js';
import type { Options, Request } from './request.js';

/** What a version is typed as: all of the text. */
const version = /^(?:v|version)?\s*(\d{1,15})$/i;

/** A time that was typed into an option. @throws {OptionRefusal} */
export async function timeOf(options: Options, name: string, request: Request): Promise<Date | undefined> {
  const typed = textOf(options, name);
  if (typed === undefined) return undefined;
  return (await timeMeant(typed, request)) ?? refuse({ code: 'time-unknown', typed });
}

/** The same, or a version. @throws {OptionRefusal} */
export async function versionOrTimeOf(
  options: Options,
  name: string,
  request: Request,
): Promise<number | Date | undefined> {
  const typed = textOf(options, name);
  if (typed === undefined) return undefined;
  const [, number] = version.exec(typed.trim()) ?? [];
  if (number !== undefined) return Number(number);
  return (await timeMeant(typed, request)) ?? refuse({ code: 'version-or-time-unknown', typed });
}

function timeMeant(typed: string, { madeAt, locale }: Request): Promise<Date | undefined> {
  return readTime(typed, { now: new Date(madeAt), language: locale.startsWith('de') ? 'de' : 'en' });
}
