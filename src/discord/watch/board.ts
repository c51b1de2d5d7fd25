import type { LRUCache } from 'lru-cache';
import type { APIEmbed } from 'discord-api-types/v10';
import type { BoardNow } from '../../party/index.js';
import { newNonce } from '../../party/index.js';
import { board } from '../../replies/index.js';
import type { Reply } from '../../replies/index.js';
import type { Watched } from '../../roster/index.js';
import { isOpen } from '../../watching/index.js';
import { wordsFor } from '../../words/index.js';
import { ChannelClosed, MessageGone } from './channels.js';
import { leftToOthers, maxAgeOf, mayBeForgotten, patience, tellOfEnd } from './keeping.js';
import type { Keeping } from './keeping.js';
import type { Next } from './rounds.js';

/** What keeping boards takes. */
export interface BoardKeeping extends Keeping {
  /** By message: what this process put there last, and how Discord showed that. */
  put: LRUCache<string, { text: string; shown: string }>;
}

/** So long after an edit it is looked whether another process wrote over it. Milliseconds. */
const settling = 10_000;

/**
 * Lets a server's board show how things are. There is one message, as with the feed: it is claimed first. Of two processes that
 * edit it at once, the one whose edit comes last looks again.
 */
export async function keepBoard(server: string, isFresh: boolean, keeping: BoardKeeping): Promise<Next> {
  const { watching } = keeping;
  const maxAge = maxAgeOf(isFresh);
  const now = await watching.boardNow(server, maxAge);
  const { board: watched } = now.roster.settings;
  if (!watched) return turnOff(server, now, keeping);
  if (now.state.choice?.chosen !== watched.chosen) {
    const { channel, by, chosen } = watched;
    const isOurs = await watching.recordBoard(server, watched, {
      type: 'open',
      details: { channel, by, chosen },
    });
    if (isOurs) await removeOld(now, keeping);
    return 0;
  }
  if (!isOpen(now.state)) return 'never';
  const reply = board(wordsFor(watched.locale), await watching.shownToAll(now.roster, maxAge));
  try {
    return await (now.state.message === null
      ? post(server, watched, now, reply, keeping)
      : edit(watched.channel, now.state.message, reply, isFresh, keeping));
  } catch (error) {
    if (error instanceof MessageGone && now.state.message !== null) {
      await watching.recordBoard(server, watched, { type: 'lose', details: { message: now.state.message } });
      return 0;
    }
    if (!(error instanceof ChannelClosed)) throw error;
    const { reason } = error;
    const isOurs = await watching.recordBoard(server, watched, { type: 'close', details: { reason } });
    if (isOurs)
      await tellOfEnd(keeping, watched, { which: 'board', reason, channel: watched.channel, server });
    return 'never';
  }
}

/** @returns when to look again: another process may have edited it too. */
async function edit(
  channel: string,
  message: string,
  reply: Reply,
  isFresh: boolean,
  { channels, put }: BoardKeeping,
): Promise<Next> {
  const text = textOf(reply.embeds[0]);
  const before = put.get(message);
  const shown =
    before === undefined || isFresh ? textOf(await channels.shown(channel, message)) : before.shown;
  const isThere = before === undefined ? shown === text : before.text === text && before.shown === shown;
  if (isThere) {
    put.set(message, { text, shown });
    return 'later';
  }
  put.set(message, { text, shown: textOf(await channels.edit(channel, message, reply)) });
  return settling;
}

/** @returns when to look again: somebody else may be posting it. */
async function post(
  server: string,
  { channel, ...by }: Watched,
  { state: { claim }, at }: BoardNow,
  reply: Reply,
  keeping: BoardKeeping,
): Promise<Next> {
  const { watching, channels, claims, log } = keeping;
  if (claim === null) {
    const nonce = newNonce();
    const isOurs = await watching.recordBoard(server, by, { type: 'claim', details: { nonce } });
    if (isOurs) claims.set(server, nonce);
    return isOurs ? 0 : patience;
  }
  const left = leftToOthers(keeping, server, claim, at);
  if (left > 0) return left;
  const isIt = ({ title }: APIEmbed) => title === reply.embeds[0]?.title;
  const earlier = mayBeForgotten(at) ? await channels.find(channel, at, isIt) : undefined;
  const message = earlier ?? (await channels.post(channel, reply, claim));
  await watching.recordBoard(server, by, { type: 'confirm', details: { nonce: claim, message } });
  await channels.pin(channel, message).catch((error: unknown) => {
    if (!(error instanceof ChannelClosed)) throw error;
    log.info({ server, channel }, 'the board is not pinned: the bot may not pin messages there');
  });
  return 0;
}

async function turnOff(server: string, now: BoardNow, keeping: BoardKeeping): Promise<Next> {
  const { choice } = now.state;
  if (choice === null || !isOpen(now.state)) return 'never';
  const closing = { type: 'close', details: { reason: 'turned-off' } } as const;
  const isOurs = await keeping.watching.recordBoard(server, choice, closing);
  if (isOurs) await removeOld(now, keeping);
  return 'never';
}

/** A board that is kept no more shows what is not so any more. */
async function removeOld(
  { state: { choice, message } }: BoardNow,
  { channels }: BoardKeeping,
): Promise<void> {
  if (choice === null || message === null) return;
  await channels.remove(choice.channel, message).catch((error: unknown) => {
    // where it is gone, or the bot may not enter any more, there is nothing left to be done
    if (!(error instanceof MessageGone || error instanceof ChannelClosed)) throw error;
  });
}

/** What a reader sees of it. */
function textOf(embed: APIEmbed | undefined): string {
  return JSON.stringify([embed?.title, embed?.description]);
}
