import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommandOption, APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { LineError } from './line-error.js';
import { nameIn } from './locale.js';
import { idOf, nameableBy } from './nameable.js';
import type { Nameable } from './nameable.js';

/** What can be chosen for an option, where that is laid down. */
export function choicesOf(option: APIApplicationCommandOption): APIApplicationCommandOptionChoice[] {
  return 'choices' in option ? option.choices : [];
}

/** Whether a text says a choice, in whatever case: by its name, its name in the language of whoever types, or its value. */
export function isChoice(choice: APIApplicationCommandOptionChoice, text: string, locale: string): boolean {
  const typed = comparable(text);
  return [nameIn(locale, choice), choice.name, String(choice.value)].some((one) => comparable(one) === typed);
}

/** In lower case, and with commas as they are usually written. */
function comparable(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s*,\s*/g, ', ');
}

/**
 * What Discord's client sends for a text. @param nameables what there is to be named. @param locale of whoever types
 * @throws {LineError} where the option does not take it.
 */
export function valueOf(
  option: APIApplicationCommandOption,
  text: string,
  nameables: readonly Nameable[],
  locale: string,
): string | number | boolean {
  const name = nameIn(locale, option);
  const choices = choicesOf(option);
  if (choices.length > 0) {
    const choice = choices.find((one) => isChoice(one, text, locale));
    if (choice === undefined) throw new LineError(`${name}: choose one of the list`);
    return choice.value;
  }
  switch (option.type) {
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return numberOf({ ...option, name }, text);
    case ApplicationCommandOptionType.Boolean:
      if (!/^(true|false)$/i.test(text)) throw new LineError(`${name}: True or False`);
      return text.toLowerCase() === 'true';
    case ApplicationCommandOptionType.String: {
      const { min_length: least = 0, max_length: most = 6_000 } = option;
      if (text.length < least || text.length > most)
        throw new LineError(`${name}: ${least} to ${most} characters`);
      return text;
    }
    default: {
      const id = idOf(text, nameableBy(option, nameables) ?? []);
      if (id === undefined) throw new LineError(`${name}: nothing here is called ${text}`);
      return id;
    }
  }
}

function numberOf(
  option: { name: string; type: ApplicationCommandOptionType; min_value?: number; max_value?: number },
  text: string,
): number {
  const number = Number(text);
  const { name, min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = option;
  const whole = option.type === ApplicationCommandOptionType.Integer;
  if (!/^-?\d+(\.\d+)?$/.test(text) || (whole && !Number.isInteger(number)))
    throw new LineError(`${name}: a ${whole ? 'whole ' : ''}number`);
  if (number < least || number > most) throw new LineError(`${name}: ${least} to ${most}`);
  return number;
}
