import type { APIApplicationCommandOption, APIEmbed } from 'discord.js';
import type { Wrong } from './refusal.js';

/** Discord's limits that its published schema does not tell. */

const mostEmbedText = 6_000;
const mostCommandText = 8_000;

interface CommandLike {
  name: string;
  type?: number | null | undefined;
  description?: string | null | undefined;
  options?: readonly unknown[] | null | undefined;
}
interface MessageLike {
  content?: string | null | undefined;
  embeds?: readonly unknown[] | null | undefined;
  components?: readonly unknown[] | null | undefined;
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export function wrongWithMessage({ embeds, components }: MessageLike): Wrong[] {
  const wrongs: Wrong[] = [];
  const text = ((embeds ?? []) as APIEmbed[]).reduce((sum, embed) => sum + embedText(embed), 0);
  if (text > mostEmbedText) {
    const message = `Embed size exceeds maximum size of ${mostEmbedText}`;
    wrongs.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  const ids = customIds(components ?? []);
  if (new Set(ids).size < ids.length) {
    const message = 'Component custom id cannot be duplicated';
    wrongs.push({ path: ['components'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message });
  }
  return wrongs;
}

export function isEmpty({ content, embeds, components }: MessageLike, attachments: number): boolean {
  return !content?.trim() && !embeds?.length && !components?.length && attachments === 0;
}

function embedText({ title, description, fields = [], footer, author }: APIEmbed): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function customIds(components: readonly unknown[]): string[] {
  return (components as { custom_id?: string; components?: unknown[] }[]).flatMap((one) => [
    ...(one.custom_id === undefined ? [] : [one.custom_id]),
    ...customIds(one.components ?? []),
  ]);
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
export function wrongWithCommand(command: CommandLike): Wrong[] {
  const options = (command.options ?? []) as APIApplicationCommandOption[];
  const wrongs = [...wrongWithNames(command, []), ...wrongWithOptions(options, ['options'])];
  if (commandText(command as Texts) > mostCommandText) {
    const message = `Command exceeds maximum size (${mostCommandText})`;
    wrongs.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return wrongs;
}

function wrongWithNames({ name, type, description }: CommandLike, path: PropertyKey[]): Wrong[] {
  if ((type ?? 1) !== 1 && path.length === 0) return [];
  const wrongs: Wrong[] = [];
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) || name !== name.toLowerCase())
    wrongs.push({
      path: [...path, 'name'],
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    });
  if (!description)
    wrongs.push({
      path: [...path, 'description'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  return wrongs;
}

function wrongWithOptions(options: APIApplicationCommandOption[], path: PropertyKey[]): Wrong[] {
  const names = options.map(({ name }) => name);
  const firstOptional = options.findIndex((option) => option.required !== true);
  return options.flatMap((option, index): Wrong[] => {
    const here = [...path, index];
    const inner = 'options' in option ? wrongWithOptions(option.options ?? [], [...here, 'options']) : [];
    const late = option.required === true && firstOptional !== -1 && firstOptional < index;
    return [
      ...wrongWithNames({ ...option, type: 1 }, here),
      ...inner,
      ...(late
        ? [
            {
              path: here,
              code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              message: 'Required options must be placed before non-required options',
            },
          ]
        : []),
      ...(names.indexOf(option.name) < index
        ? [
            {
              path: here,
              code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
              message: 'Option name already exists',
            },
          ]
        : []),
    ];
  });
}

interface Texts {
  name?: string;
  description?: string;
  value?: unknown;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: Texts[];
  choices?: Texts[];
}

/** Names, descriptions and values of the command and all within, in the longest localisation of each. */
function commandText(part: Texts): number {
  const longest = (text: string | undefined, others: Texts['name_localizations']) =>
    Math.max(...[text ?? '', ...Object.values(others ?? {})].map(({ length }) => length));
  const inner = [...(part.options ?? []), ...(part.choices ?? [])];
  return inner.reduce(
    (sum, one) => sum + commandText(one),
    longest(part.name, part.name_localizations) +
      longest(part.description, part.description_localizations) +
      (typeof part.value === 'string' ? part.value.length : 0),
  );
}
