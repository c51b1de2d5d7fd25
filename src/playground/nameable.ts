import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';

/** Someone or something that an option can name. */
export interface Nameable {
  kind: 'person' | 'role' | 'channel';
  id: string;
  name: string;
}

interface Named {
  id: string;
  name: string;
}

/** All that an option can name: everyone on the server, the bot too, its roles and its channel. */
export function nameablesOf({
  people,
  bot,
  roles,
  channel,
}: {
  people: readonly Named[];
  bot: Named;
  roles: readonly Named[];
  channel: Named;
}): Nameable[] {
  const as =
    (kind: Nameable['kind']) =>
    ({ id, name }: Named): Nameable => ({ kind, id, name });
  return [...[...people, bot].map(as('person')), ...roles.map(as('role')), as('channel')(channel)];
}

const kinds = new Map<Option, Nameable['kind'][]>([
  [Option.User, ['person']],
  [Option.Role, ['role']],
  [Option.Mentionable, ['person', 'role']],
  [Option.Channel, ['channel']],
]);

/** What an option of this type can name; absent where it names nothing. */
export function nameableBy(type: Option, all: readonly Nameable[]): Nameable[] | undefined {
  const fitting = kinds.get(type);
  return fitting === undefined ? undefined : all.filter(({ kind }) => fitting.includes(kind));
}

/** As Discord's client shows it: `@Ines`, `#session-zero`. */
export function mention({ kind, name }: Nameable): string {
  return `${kind === 'channel' ? '#' : '@'}${name}`;
}

/** What is meant by a name (with or without its sign, in any case), an id or a mention. */
export function idOf(text: string, nameables: readonly Nameable[]): string | undefined {
  const typed = text.toLowerCase();
  const named = nameables.find((one) =>
    [mention(one), one.name].some((name) => name.toLowerCase() === typed),
  );
  return named?.id ?? /^(?:<[@#][!&]?)?(\d{17,20})>?$/.exec(text)?.[1];
}
