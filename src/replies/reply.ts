import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';

/** What a person is answered. */
export interface Reply {
  embeds: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** For the eyes of whoever asked alone. */
  private: boolean;
  /** Takes the place of this reply once it is known what came of what was asked. */
  later?: Promise<Reply>;
}
