import { PermissionFlagsBits } from 'discord.js';
import type { APIMessage } from 'discord.js';
import type { Context } from 'hono';
import { isEphemeral } from '../messages.js';
import { refusals } from '../refusal.js';
import { channelOf, directChannelOf } from '../resources.js';
import { botMayIn } from '../world.js';
import type { Person } from '../world.js';
import type { RestParts } from './parts.js';

/** A channel in which the bot does something. */
export interface Place {
  id: string;
  /** As Discord tells of it. */
  resource: object;
  /** With whom the bot is alone there; absent on the server. */
  recipient?: Person;
  may: (permission: bigint) => boolean;
}

/** Finds what the path of a request names. */
export interface Places {
  /** @throws {ApiRefusal} where there is no such channel, or the bot does not see it. */
  placeOf: (context: Context) => Place;
  /** @throws {ApiRefusal} where there is no such message in the channel. */
  messageIn: (place: Place, context: Context) => APIMessage;
}

export function places({ world, messages, directChannels }: RestParts): Places {
  return {
    placeOf(context) {
      const id = context.req.param('channel') ?? '';
      const recipient = directChannels.recipientOf(id);
      if (recipient !== undefined)
        return { id, recipient, resource: directChannelOf(id, recipient), may: () => true };
      const channel = world.channels.find((one) => one.id === id);
      if (channel === undefined) throw refusals.unknownChannel();
      const held = botMayIn(channel, world);
      const may = (permission: bigint) => (held & permission) === permission;
      if (!may(PermissionFlagsBits.ViewChannel)) throw refusals.missingAccess();
      return { id, resource: channelOf(channel, world), may };
    },
    messageIn(place, context) {
      const { message } = messages.get(context.req.param('message') ?? '');
      if (message.channel_id !== place.id || isEphemeral(message)) throw refusals.unknownMessage();
      return message;
    },
  };
}

/** @throws {ApiRefusal} where the bot may not do all of this there. */
export function demand({ may }: Place, ...needed: bigint[]): void {
  if (!needed.every(may)) throw refusals.missingPermissions();
}
