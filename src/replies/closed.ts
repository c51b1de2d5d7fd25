import type { Words } from '../words/index.js';
import { warning } from './color.js';
import type { Reply } from './reply.js';
import { channel } from './text.js';

/** What can be kept no more, where, and why. */
export interface Closed {
  which: 'feed' | 'board';
  reason: 'gone' | 'forbidden';
  /** Discord channel id. */
  channel: string;
  /** Discord server id. */
  server: string;
}

/** Why a board is not pinned, and where. */
export interface NotPinned {
  reason: 'forbidden' | 'full';
  /** Discord channel id. */
  channel: string;
  /** Discord server id. */
  server: string;
}

/** For whoever chose the channel: the board is there, and not pinned. */
export function notPinned(words: Words, { reason, channel: id, server }: NotPinned): Reply {
  const { notPinnedTitle: title, notPinnedBecause, notPinnedThen } = words.watching;
  const description = [
    notPinnedBecause[reason](channel(id)),
    notPinnedThen,
    `https://discord.com/channels/${server}/${id}`,
  ].join('\n');
  return { embeds: [{ title, description, color: warning }], private: false };
}

/** For whoever chose the channel: the bot can keep nothing there any more. */
export function closed(words: Words, { which, reason, channel: id, server }: Closed): Reply {
  const { watching } = words;
  return {
    embeds: [
      {
        title: watching.closedTitle[which],
        description: [
          watching.closedBecause[reason](channel(id)),
          watching.chooseAnew[which],
          `https://discord.com/channels/${server}`,
        ].join('\n'),
        color: warning,
      },
    ],
    private: false,
  };
}
