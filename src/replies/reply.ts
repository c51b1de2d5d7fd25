import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What a person is answered. */
export interface Reply {
  embeds: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: ReplyFile[];
  /** For the eyes of whoever asked alone. */
  private: boolean;
  /** Set where nothing was done: it was refused, or something is wrong with the program. */
  failed?: 'refused' | 'fault';
  /** Takes the place of the message whose button was pressed. */
  inPlace?: true;
  /** Takes the place of this reply once it is known what came of what was asked. */
  later?: Promise<Reply>;
  /** Messages that follow this one, in order. */
  after?: AsyncIterable<Reply> | Iterable<Reply>;
}

/** A form to fill in, instead of a message. */
export interface Form {
  form: APIModalInteractionResponseCallbackData;
}

export interface ReplyFile {
  name: string;
  contentType: string;
  /** What a picture shows, for who can't see it. */
  description?: string;
  data: Uint8Array;
}
