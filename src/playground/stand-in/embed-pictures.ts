import { EmbedType } from 'discord.js';
import type { APIAttachment, APIEmbed } from 'discord.js';
import { invalidForm } from './refusal.js';

const scheme = 'attachment://';
/** The files that an embed can show. */
const showable = /\.(jpg|jpeg|png|webp|gif)$/i;

/**
 * Embeds as Discord keeps them: with the addresses of the files that they name.
 * https://discord.com/developers/docs/reference#editing-message-attachments-using-attachments-within-embeds
 * @throws {ApiRefusal} where there is no such file. Discord would leave the picture out and say nothing.
 */
export function withPictures(embeds: readonly APIEmbed[], files: readonly APIAttachment[]): APIEmbed[] {
  return embeds.map((embed, index) => {
    const { image, thumbnail } = embed;
    const found = <Picture extends { url: string }>(picture: Picture, place: string) => {
      if (!picture.url.startsWith(scheme)) return picture;
      const name = picture.url.slice(scheme.length);
      const file = files.find(({ filename }) => filename === name && showable.test(name));
      if (file === undefined)
        throw invalidForm([
          { path: ['embeds', index, place, 'url'], code: 'ATTACHMENT_NOT_FOUND', message: 'No such picture' },
        ]);
      const { url, proxy_url, width, height, content_type } = file;
      return { ...picture, url, proxy_url, width, height, content_type };
    };
    return {
      type: EmbedType.Rich,
      ...embed,
      ...(image !== undefined && { image: found(image, 'image') }),
      ...(thumbnail !== undefined && { thumbnail: found(thumbnail, 'thumbnail') }),
    };
  });
}

/** Whether an embed shows it; then it is not among the message's attachments. */
export function pictured({ url }: APIAttachment, embeds: readonly APIEmbed[]): boolean {
  return embeds.some(({ image, thumbnail }) => image?.url === url || thumbnail?.url === url);
}
