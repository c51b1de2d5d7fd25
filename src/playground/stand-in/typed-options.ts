import { ApplicationCommandOptionType as Type } from 'discord.js';
import type { APIApplicationCommandOption } from 'discord.js';
import { LineError } from '../line-error.js';
import type { Nameable } from '../nameable.js';
import { valueOf } from '../option-value.js';
import type { TypedOption } from '../protocol.js';

/**
 * Holds what was filled in to the options of a command.
 * @param nameables what there is to be named.
 * @throws {LineError} where Discord's client would not send it.
 */
export function checkOptions(
  known: readonly APIApplicationCommandOption[],
  given: readonly TypedOption[],
  nameables: readonly Nameable[],
): void {
  for (const [index, one] of given.entries()) {
    const option = known.find(({ name, type }) => name === one.name && type === (one.type as Type));
    if (option === undefined || given.findIndex(({ name }) => name === one.name) < index)
      throw new LineError(`${one.name} is not an option here`);
    if (isBranch(option)) checkOptions(option.options ?? [], one.options ?? [], nameables);
    else if (one.focused !== true && valueOf(option, String(one.value), nameables, 'en-US') !== one.value)
      throw new LineError(`${one.name}: not a valid value`);
  }
  if (known.some(isBranch) && given.length !== 1) throw new LineError('choose one of the subcommands');
  const isTyped = given.some(({ focused }) => focused === true);
  const missing = known.find(
    ({ name, required }) => required === true && !given.some((one) => one.name === name),
  );
  if (missing !== undefined && !isTyped) throw new LineError(`${missing.name} is required`);
}

function isBranch(option: APIApplicationCommandOption) {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}
