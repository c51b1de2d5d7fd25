import type { LRUCache } from 'lru-cache';
import { notPinned } from '../../replies/index.js';
import type { Watched } from '../../roster/index.js';
import type { Board, PinOutcome } from '../../watching/index.js';
import { wordsFor } from '../../words/index.js';
import { ChannelClosed, MessageGone, PinsFull } from './channels.js';
import type { Channels } from './channels.js';
import { tell } from './keeping.js';
import type { Keeping } from './keeping.js';
import { MustWait } from './must-wait.js';

/** How far what is to be done beside a board's message is. */
export interface Tidying {
  /** Tries that failed, one after the other. */
  failures: number;
  /** Milliseconds since 1970. */
  notBefore: number;
  /** It is pinned, and Discord's notice of that was not there yet. */
  isPinned: boolean;
}

interface TidyKeeping extends Keeping {
  /** By message. */
  tidying: LRUCache<string, Tidying>;
}

/** After a try that failed, at first and at last. Milliseconds. */
const [firstRetry, lastRetry] = [1_000, 30 * 60_000];
/** Discord's notice of a pin is there after so long. Milliseconds. */
const noticeDelay = 2_000;

/**
 * Cleans up around a board that has been posted, without holding anything up: deletes the messages it replaced, pins it, and
 * deletes Discord's notice of the pin. Failures are retried with growing pauses. If the board can't be pinned at all, the person
 * who chose the channel is told once.
 * @returns when it is to be gone on with, in milliseconds; `undefined` where all is done.
 * @throws {MessageGone} where the board is gone.
 */
export async function tidy(
  server: string,
  watched: Watched,
  board: Board & { message: string },
  keeping: TidyKeeping,
): Promise<number | undefined> {
  const { tidying, log } = keeping;
  const { message, replaced = [], pin } = board;
  if (replaced.length === 0 && pin?.message === message) return undefined;
  const before = tidying.get(message) ?? { failures: 0, notBefore: 0, isPinned: false };
  const left = before.notBefore - Date.now();
  if (left > 0) return left;
  try {
    await clear(server, watched, replaced, keeping);
    if (pin?.message === message || (await pinned(server, watched, board, before.isPinned, keeping))) {
      tidying.delete(message);
      return undefined;
    }
    tidying.set(message, { ...before, isPinned: true, notBefore: Date.now() + noticeDelay });
    return noticeDelay;
  } catch (error) {
    if (error instanceof MessageGone) throw error;
    const isWaiting = error instanceof MustWait;
    const pause = isWaiting ? error.wait : Math.min(firstRetry * 2 ** before.failures, lastRetry);
    const failures = before.failures + (isWaiting ? 0 : 1);
    tidying.set(message, { ...before, failures, notBefore: Date.now() + pause });
    if (!isWaiting)
      log.warn({ err: error, server, pause }, 'cleaning up around a board failed; trying again');
    return pause;
  }
}

/** Deletes a message that shows what is not so any more. */
export async function removeAny(channels: Channels, channel: string, message: string): Promise<void> {
  await channels.remove(channel, message).catch((error: unknown) => {
    // where it is gone, or the bot may not enter any more, there is nothing left to be done
    if (!(error instanceof MessageGone || error instanceof ChannelClosed)) throw error;
  });
}

async function clear(
  server: string,
  watched: Watched,
  replaced: readonly string[],
  { watching, channels }: Keeping,
): Promise<void> {
  for (const message of replaced) {
    await removeAny(channels, watched.channel, message);
    await watching.recordBoard(server, watched, { type: 'clear', details: { message } });
  }
}

/** @param isSecondTry what Discord says of it is not waited for any more. @returns whether all is done. */
async function pinned(
  server: string,
  watched: Watched,
  { message, pin }: Board & { message: string },
  isSecondTry: boolean,
  keeping: Keeping,
): Promise<boolean> {
  const { watching, channels, log } = keeping;
  const { channel, by, locale } = watched;
  const outcome = await tryToPin(channels, channel, message);
  if (outcome === 'pinned') {
    const isRemoved = await removeNotice(channels, channel, message);
    if (!isRemoved && !isSecondTry) return false;
  }
  const isOurs = await watching.recordBoard(server, watched, {
    type: 'settle-pin',
    details: { message, outcome },
  });
  // of each fresh message it is the same again
  if (isOurs && outcome !== 'pinned' && outcome !== pin?.outcome) {
    log.info({ server, channel, outcome }, 'the board can’t be pinned');
    tell(keeping, server, by, notPinned(wordsFor(locale), { reason: outcome, channel, server }));
  }
  return true;
}

async function tryToPin(channels: Channels, channel: string, message: string): Promise<PinOutcome> {
  try {
    await channels.pin(channel, message);
    return 'pinned';
  } catch (error) {
    if (error instanceof PinsFull) return 'full';
    if (error instanceof ChannelClosed) return 'forbidden';
    throw error;
  }
}

/** @returns whether it was there, or can't be taken away. */
async function removeNotice(channels: Channels, channel: string, message: string): Promise<boolean> {
  try {
    return await channels.removePinNotice(channel, message);
  } catch (error) {
    if (error instanceof MessageGone || error instanceof ChannelClosed) return true;
    throw error;
  }
}
