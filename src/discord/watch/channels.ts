import { DiscordAPIError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes as codes, Routes } from 'discord-api-types/v10';
import type { APIDMChannel, APIEmbed, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Reply } from '../../replies/index.js';
import { messageOf } from '../payload.js';
import { snowflakeAt } from '../snowflake.js';

/** The bot can't keep anything in a channel. */
export class ChannelClosed extends Error {
  override name = 'ChannelClosed';
  constructor(
    readonly reason: 'gone' | 'forbidden',
    options: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Somebody has deleted the message. */
export class MessageGone extends Error {
  override name = 'MessageGone';
}

/** What the bot does in channels by itself. @throws {ChannelClosed} @throws {MessageGone} where it is about one */
export interface Channels {
  /** Posts a message, once however often this is called with the same nonce within a few minutes. @returns its id. */
  post(channel: string, reply: Reply, nonce: string): Promise<string>;
  /** @returns what the message shows then. */
  edit(channel: string, message: string, reply: Reply): Promise<APIEmbed | undefined>;
  remove(channel: string, message: string): Promise<void>;
  pin(channel: string, message: string): Promise<void>;
  /** What a message shows now. */
  shown(channel: string, message: string): Promise<APIEmbed | undefined>;
  /** The id of the bot's own message that shows this. @param since milliseconds since 1970. */
  find(channel: string, since: number, isIt: (embed: APIEmbed) => boolean): Promise<string | undefined>;
  /** Sends a direct message. @returns whether the person takes any. */
  tell(person: string, reply: Reply): Promise<boolean>;
}

/** Messages that Discord gives at once. */
const atOnce = 100;

export function channelsOver(rest: REST): Channels {
  const post = async (channel: string, body: object) =>
    (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
  return {
    post: (channel, reply, nonce) =>
      explained(async () => {
        const { body } = messageOf(reply);
        return (await post(channel, { ...body, nonce, enforce_nonce: true })).id;
      }),
    edit: (channel, message, reply) =>
      explained(async () => {
        const edited = await rest.patch(Routes.channelMessage(channel, message), messageOf(reply));
        return (edited as APIMessage).embeds[0];
      }),
    remove: (channel, message) =>
      explained(async () => {
        await rest.delete(Routes.channelMessage(channel, message));
      }),
    pin: (channel, message) =>
      explained(async () => {
        await rest.put(Routes.channelMessagesPin(channel, message));
      }),
    shown: (channel, message) =>
      explained(async () => {
        const found = await rest.get(Routes.channelMessage(channel, message));
        return (found as APIMessage).embeds[0];
      }),
    find: (channel, since, isIt) =>
      explained(async () => {
        const self = (await rest.get(Routes.user())) as APIUser;
        let after = snowflakeAt(since);
        for (;;) {
          const query = new URLSearchParams({ after, limit: String(atOnce) });
          const page = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
          const found = page.find(
            ({ author, embeds: [embed] }) => author.id === self.id && embed !== undefined && isIt(embed),
          );
          const newest = page[0];
          if (found !== undefined || newest === undefined || page.length < atOnce) return found?.id;
          after = newest.id;
        }
      }),
    async tell(person, reply) {
      try {
        const body = { recipient_id: person };
        const { id } = (await rest.post(Routes.userChannels(), { body })) as APIDMChannel;
        await post(id, messageOf(reply).body);
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === codes.CannotSendMessagesToThisUser)
          return false;
        throw error;
      }
    },
  };
}

/** Tells apart what no further try can mend. */
async function explained<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    switch (error.code) {
      case codes.UnknownChannel:
      case codes.UnknownGuild:
        throw new ChannelClosed('gone', { cause: error });
      case codes.MissingAccess:
      case codes.MissingPermissions:
      // what is left of a message where the bot may show no embeds
      case codes.CannotSendAnEmptyMessage:
        throw new ChannelClosed('forbidden', { cause: error });
      case codes.UnknownMessage:
        throw new MessageGone('the message is gone', { cause: error });
      default:
        throw error;
    }
  }
}
