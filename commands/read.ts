import { longestNote } from '../src/rules/index.js';
import { OptionRefusal } from './refused-option.js';
import type { RefusedOption } from './refused-option.js';
import type { Options } from './request.js';

/** How the options are read. Each throws {OptionRefusal} where what was typed can't be meant. */

export function textOf(options: Options, name: string): string | undefined {
  return valueOf(options, name, (value): value is string => typeof value === 'string');
}

export function requiredText(options: Options, name: string): string {
  return textOf(options, name) ?? refuse({ code: 'option-malformed', option: name });
}

export function integerOf(options: Options, name: string): number | undefined {
  return valueOf(options, name, (value): value is number => Number.isSafeInteger(value));
}

export function requiredInteger(options: Options, name: string): number {
  return integerOf(options, name) ?? refuse({ code: 'option-malformed', option: name });
}

export function booleanOf(options: Options, name: string): boolean | undefined {
  return valueOf(options, name, (value): value is boolean => typeof value === 'boolean');
}

/** Whether a yes-or-no option was filled in with yes. */
export function isSet(options: Options, name: string): boolean {
  return booleanOf(options, name) ?? false;
}

/** One of a few words. */
export function choiceOf<Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return valueOf(options, name, (value): value is Choice => choices.some((choice) => choice === value));
}

export function requiredChoice<Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
): Choice {
  return choiceOf(options, name, choices) ?? refuse({ code: 'option-malformed', option: name });
}

/** Why, in the sender's words; absent where nothing was written. */
export function noteOf(options: Options): { note?: string } {
  const note = textOf(options, 'note')?.trim();
  const length = Array.from(note ?? '').length;
  if (length > longestNote) refuse({ code: 'note-too-long', length, most: longestNote });
  return note === undefined || note === '' ? {} : { note };
}

/** For what needs a reason. */
export function requiredNote(options: Options): { note: string } {
  const { note } = noteOf(options);
  return note === undefined ? refuse({ code: 'note-empty' }) : { note };
}

function valueOf<T extends string | number | boolean>(
  options: Options,
  name: string,
  is: (value: string | number | boolean) => value is T,
): T | undefined {
  const value = options.get(name);
  if (value === undefined || is(value)) return value;
  return refuse({ code: 'option-malformed', option: name });
}

/** @throws {OptionRefusal} */
export function refuse(refused: RefusedOption): never {
  throw new OptionRefusal(refused);
}
