import { ApplicationCommandOptionType as Option, ChannelType } from 'discord-api-types/v10';
import type { APIApplicationCommandOption } from 'discord-api-types/v10';

/** Someone or something that an option can name. */
export interface Nameable {
  kind: 'person' | 'role' | 'channel';
  id: string;
  name: string;
  /** Of a channel. */
  type?: ChannelType;
}

type Named = Omit<Nameable, 'kind'>;

/** All that an option can name: everyone on the server, the bot too, its roles and its channels. */
export function nameablesOf({
  people,
  bot,
  roles,
  channels,
}: {
  people: readonly Named[];
  bot: Named;
  roles: readonly Named[];
  channels: readonly Named[];
}): Nameable[] {
  const as =
    (kind: Nameable['kind']) =>
    ({ id, name }: Named): Nameable => ({ kind, id, name });
  return [
    ...[...people, bot].map(as('person')),
    ...roles.map(as('role')),
    ...channels.map(({ type = ChannelType.GuildText, ...one }) => ({ ...as('channel')(one), type })),
  ];
}

const kinds = new Map<Option, Nameable['kind'][]>([
  [Option.User, ['person']],
  [Option.Role, ['role']],
  [Option.Mentionable, ['person', 'role']],
  [Option.Channel, ['channel']],
]);

/** What an option can name; absent where it names nothing. */
export function nameableBy(
  option: APIApplicationCommandOption,
  all: readonly Nameable[],
): Nameable[] | undefined {
  const fitting = kinds.get(option.type);
  const types = option.type === Option.Channel ? option.channel_types : undefined;
  return fitting === undefined
    ? undefined
    : all.filter(
        ({ kind, type }) =>
          fitting.includes(kind) && (types === undefined || types.some((one) => one === type)),
      );
}

/** As Discord's client shows it: `@Ines`, `#session-zero`. */
export function mention({ kind, name }: Nameable): string {
  return `${kind === 'channel' ? '#' : '@'}${name}`;
}

/** What is meant by a name (with or without its sign, in any case), an id or a mention. A person need not be here. */
export function idOf(text: string, nameables: readonly Nameable[]): string | undefined {
  const typed = text.toLowerCase();
  const named = nameables.find((one) =>
    [mention(one), one.name].some((name) => name.toLowerCase() === typed),
  );
  const id = /^(?:<[@#][!&]?)?(\d{17,20})>?$/.exec(text)?.[1];
  const canBe = nameables.some((one) => one.kind === 'person' || one.id === id);
  return named?.id ?? (canBe ? id : undefined);
}
