import type { APIEmbed } from 'discord.js';
import { required } from '../refusal.js';
import type { Wrong } from '../refusal.js';

/** Characters in all embeds of a message together. */
const mostText = 6_000;

/** Discord's limits that its published schema does not tell. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export function wrongWithEmbeds(embeds: readonly APIEmbed[]): Wrong[] {
  const text = embeds.reduce((sum, embed) => sum + textOf(embed), 0);
  const tooMuch: Wrong = {
    path: [],
    code: 'MAX_EMBED_SIZE_EXCEEDED',
    message: `Embed size exceeds maximum size of ${mostText}`,
  };
  return [
    ...(text > mostText ? [tooMuch] : []),
    ...embeds.flatMap((embed, index) => [
      ...(isNothing(embed) ? [required(index, 'description')] : []),
      ...(embed.fields ?? []).flatMap(({ name, value }, field) => [
        ...(name.trim() === '' ? [required(index, 'fields', field, 'name')] : []),
        ...(value.trim() === '' ? [required(index, 'fields', field, 'value')] : []),
      ]),
    ]),
  ];
}

/** A colour, a time and a link are not enough to be seen. */
function isNothing({ image, thumbnail, ...embed }: APIEmbed): boolean {
  return textOf(embed) === 0 && image === undefined && thumbnail === undefined;
}

function textOf({ title, description, fields = [], footer, author }: APIEmbed): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
