import type { Settings } from '../../src/roster/index.js';
import type { Command } from '../command.js';
import { channel } from '../options.js';
import { refuse, textOf } from '../read.js';
import type { ChannelPermission, Request } from '../request.js';
import { changingSettings } from './change.js';

/** Chooses the channel that the bot keeps by itself, or none. */
function watching(which: 'feed' | 'board'): Command {
  return {
    path: `settings ${which}`,
    options: [channel(which === 'feed' ? 'feedChannel' : 'boardChannel')],
    run: changingSettings((options, request): Partial<Settings> => {
      const { locale, person, interaction } = request;
      const chosen = textOf(options, 'channel');
      if (chosen !== undefined) demand(which, chosen, request);
      return {
        [which]:
          chosen === undefined ? null : { channel: chosen, locale, by: person.id, chosen: interaction },
      };
    }),
  };
}

/** @throws {OptionRefusal} where the bot could not keep it in the channel. */
function demand(which: 'feed' | 'board', channel: string, { channels }: Request): void {
  const named = channels?.get(channel);
  if (named === undefined) return;
  const needed: ChannelPermission[] = [
    'view-channel',
    named.isThread ? 'send-messages-in-threads' : 'send-messages',
    'embed-links',
    // what the board shows is read before it is edited
    ...(which === 'board' ? (['read-message-history'] as const) : []),
  ];
  const missing = needed.filter((permission) => !named.botMay.has(permission));
  if (missing.length > 0) refuse({ code: 'channel-closed', channel, missing });
}

export const feed = watching('feed');
export const board = watching('board');
