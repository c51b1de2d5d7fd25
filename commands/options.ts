import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandIntegerOption,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10';
import { damageTypes, longestNote } from '../src/rules/index.js';

/** The options that several subcommands have in common. */

export const amount: APIApplicationCommandStringOption = {
  ...text('amount', 'How many hit points: a whole number such as 7'),
  required: true,
};

export const target: APIApplicationCommandStringOption = {
  ...text('target', 'Whom: a name or its beginning. Left out: your active character'),
  autocomplete: true,
};

export const requiredTarget: APIApplicationCommandStringOption = {
  ...text('target', 'Whom: a name or its beginning'),
  autocomplete: true,
  required: true,
};

export const note: APIApplicationCommandStringOption = {
  ...text('note', 'Why, for the audit trail'),
  max_length: longestNote,
};

export const damageType: APIApplicationCommandStringOption = {
  ...text('type', 'The type of damage, for resistance, vulnerability and immunity'),
  choices: damageTypes.map((type) => ({ name: type, value: type })),
};

export function text(name: string, description: string) {
  return { type: ApplicationCommandOptionType.String as const, name, description, max_length: 100 };
}

export function yesOrNo(name: string, description: string): APIApplicationCommandBooleanOption {
  return { type: ApplicationCommandOptionType.Boolean, name, description };
}

export function integer(
  name: string,
  description: string,
  least: number,
  most: number,
): APIApplicationCommandIntegerOption {
  return { type: ApplicationCommandOptionType.Integer, name, description, min_value: least, max_value: most };
}
