import { RateLimitError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { MessageFlags, MessageType, RESTJSONErrorCodes as codes, Routes } from 'discord-api-types/v10';
import type { APIDMChannel, APIEmbed, APIMessage, APIUser } from 'discord-api-types/v10';
import type { Reply } from '../../replies/index.js';
import { messageOf } from '../payload.js';
import { isRefused } from '../refused.js';
import { snowflakeAt } from '../snowflake.js';
import { MustWait } from './must-wait.js';

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

/** The channel has as many pins as Discord lets it have. */
export class PinsFull extends Error {
  override name = 'PinsFull';
}

/**
 * What the bot does in channels by itself.
 * @throws {ChannelClosed} @throws {MessageGone} where it is about one @throws {MustWait}
 */
export interface Channels {
  /**
   * Posts a message, once however often this is called with the same nonce within a few minutes.
   * @param isSilent notifies no one. @returns its id.
   */
  post(channel: string, reply: Reply, nonce: string, isSilent?: boolean): Promise<string>;
  /** @returns what the message shows then. */
  edit(channel: string, message: string, reply: Reply): Promise<APIEmbed | undefined>;
  remove(channel: string, message: string): Promise<void>;
  /** @throws {PinsFull} */
  pin(channel: string, message: string): Promise<void>;
  /** Deletes what Discord said in the channel just now, when the bot pinned a message. @returns whether it was there. */
  removePinNotice(channel: string, message: string): Promise<boolean>;
  /** What a message shows now. */
  shown(channel: string, message: string): Promise<APIEmbed | undefined>;
  /** The id of the bot's own message that shows this. @param since milliseconds since 1970. */
  find(channel: string, since: number, isIt: (embed: APIEmbed) => boolean): Promise<string | undefined>;
  /** Sends a direct message. @returns whether the person takes any. */
  tell(person: string, reply: Reply): Promise<boolean>;
}

/** Messages that Discord gives at once. */
const atOnce = 100;

/**
 * @param rest rejects when rate limited, so that the caller can retry later.
 * @param patient waits out rate limits, for direct messages, which are sent only once.
 */
export function channelsOver(rest: REST, patient: REST): Channels {
  return {
    post: (channel, reply, nonce, isSilent = false) =>
      explained(async () => {
        const body = {
          ...messageOf(reply).body,
          ...{ nonce, enforce_nonce: true },
          ...(isSilent && { flags: MessageFlags.SuppressNotifications }),
        };
        return ((await rest.post(Routes.channelMessages(channel), { body })) as APIMessage).id;
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
    removePinNotice: (channel, message) =>
      explained(async () => {
        const query = new URLSearchParams({ limit: String(atOnce) });
        const newest = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
        const notice = newest.find(
          ({ type, author, message_reference: about }) =>
            type === MessageType.ChannelPinnedMessage && author.bot === true && about?.message_id === message,
        );
        if (notice === undefined) return false;
        await rest.delete(Routes.channelMessage(channel, notice.id));
        return true;
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
        const { id } = (await patient.post(Routes.userChannels(), { body })) as APIDMChannel;
        await patient.post(Routes.channelMessages(id), { body: messageOf(reply).body });
        return true;
      } catch (error) {
        if (isRefused(error) && error.code === codes.CannotSendMessagesToThisUser) return false;
        throw error;
      }
    },
  };
}

/** Where Discord does not say for how long. Milliseconds. */
const leastWait = 250;

/** Tells apart what no further try can mend. */
async function explained<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RateLimitError)
      throw new MustWait(Math.max(leastWait, error.retryAfter), { cause: error });
    if (!isRefused(error)) throw error;
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
      case codes.MaximumNumberOfPinsReachedForTheChannel:
        throw new PinsFull('the channel has as many pins as it can have', { cause: error });
      default:
        throw error;
    }
  }
}
