import type { LRUCache } from 'lru-cache';
import type { APIEmbed } from 'discord-api-types/v10';
import type { BoardNow } from '../../party/index.js';
import { newNonce } from '../../party/index.js';
import { board } from '../../replies/index.js';
import type { Reply } from '../../replies/index.js';
import type { Watched } from '../../roster/index.js';
import { isOpen } from '../../watching/index.js';
import { wordsFor } from '../../words/index.js';
import type { DiscordClock } from '../clock.js';
import { timeOf } from '../snowflake.js';
import { ChannelClosed, MessageGone } from './channels.js';
import { leftToOthers, maxAgeOf, mayBeForgotten, patience, tellOfEnd } from './keeping.js';
import type { Keeping } from './keeping.js';
import type { Next } from './rounds.js';
import { removeAny, tidy } from './tidy.js';
import type { Tidying } from './tidy.js';

/** What keeping boards takes. */
export interface BoardKeeping extends Keeping {
  /** By message: what this process put there last, and how Discord showed that. */
  put: LRUCache<string, { text: string; shown: string }>;
  /** By message: what is still to be done beside it. */
  tidying: LRUCache<string, Tidying>;
  clock: Pick<DiscordClock, 'now'>;
}

/** So long after an edit it is looked whether another process wrote over it. Milliseconds. */
const settling = 10_000;
/**
 * Discord limits edits of messages that are more than an hour old so hard that a board would be wrong for minutes. One that is
 * nearly as old is replaced instead, with some room for clocks. Milliseconds.
 */
const editableFor = 55 * 60_000;

/**
 * Lets a server's board show how things are. There is one message, as with the feed: it is claimed first. Of two processes that
 * edit it at once, the one whose edit comes last looks again. One that is too old to be edited is replaced, once something has
 * changed: the fresh message is claimed as the first one was, notifies no one, and the old one is deleted after it.
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
    return await show(server, watched, now, reply, isFresh, keeping);
  } catch (error) {
    if (error instanceof MessageGone && now.state.message !== null) {
      await watching.recordBoard(server, watched, { type: 'lose', details: { message: now.state.message } });
      return 0;
    }
    if (!(error instanceof ChannelClosed)) throw error;
    const { reason } = error;
    const isOurs = await watching.recordBoard(server, watched, { type: 'close', details: { reason } });
    if (isOurs) tellOfEnd(keeping, watched, { which: 'board', reason, channel: watched.channel, server });
    return 'never';
  }
}

/** @returns when to look again. */
async function show(
  server: string,
  watched: Watched,
  now: BoardNow,
  reply: Reply,
  isFresh: boolean,
  keeping: BoardKeeping,
): Promise<Next> {
  const { message, claim } = now.state;
  if (claim !== null) return post(server, watched, claim, now.at, reply, keeping);
  if (message === null) return claimNext(server, watched, {}, keeping);
  const next = await edit(watched.channel, message, reply, isFresh, keeping);
  if (next === 'too old') return claimNext(server, watched, { replaces: message }, keeping);
  const left = await tidy(server, watched, { ...now.state, message }, keeping);
  return left === undefined ? next : Math.min(left, typeof next === 'number' ? next : Infinity);
}

/** @returns when to look again: another process may have edited it too. */
async function edit(
  channel: string,
  message: string,
  reply: Reply,
  isFresh: boolean,
  { channels, put, clock }: BoardKeeping,
): Promise<Next | 'too old'> {
  const text = textOf(reply.embeds[0]);
  const before = put.get(message);
  const shown =
    before === undefined || isFresh ? textOf(await channels.shown(channel, message)) : before.shown;
  const isThere = before === undefined ? shown === text : before.text === text && before.shown === shown;
  if (isThere) {
    put.set(message, { text, shown });
    return 'later';
  }
  if (clock.now() - timeOf(message) > editableFor) return 'too old';
  put.set(message, { text, shown: textOf(await channels.edit(channel, message, reply)) });
  return settling;
}

/** @returns when to look again: somebody else may be posting it. */
async function claimNext(
  server: string,
  by: Watched,
  replacing: { replaces?: string },
  { watching, claims }: BoardKeeping,
): Promise<Next> {
  const nonce = newNonce();
  const isOurs = await watching.recordBoard(server, by, { type: 'claim', details: { nonce, ...replacing } });
  if (isOurs) claims.set(server, nonce);
  return isOurs ? 0 : patience;
}

/** @returns when to look again: somebody else may be posting it. */
async function post(
  server: string,
  { channel, ...by }: Watched,
  nonce: string,
  claimedAt: number,
  reply: Reply,
  keeping: BoardKeeping,
): Promise<Next> {
  const { watching, channels } = keeping;
  const left = leftToOthers(keeping, server, nonce, claimedAt);
  if (left > 0) return left;
  const isIt = ({ title }: APIEmbed) => title === reply.embeds[0]?.title;
  const earlier = mayBeForgotten(claimedAt) ? await channels.find(channel, claimedAt, isIt) : undefined;
  const message = earlier ?? (await channels.post(channel, reply, nonce, true));
  await watching.recordBoard(server, by, { type: 'confirm', details: { nonce, message } });
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
  { state: { choice, message, replaced = [] } }: BoardNow,
  { channels }: BoardKeeping,
): Promise<void> {
  if (choice === null) return;
  for (const one of message === null ? replaced : [...replaced, message])
    await removeAny(channels, choice.channel, one);
}

/** What a reader sees of it. */
function textOf(embed: APIEmbed | undefined): string {
  return JSON.stringify([embed?.title, embed?.description]);
}
