import { v4 } from 'uuid';
import { StreamNotFound } from '../ledger/index.js';
import type { EventBody, Ledger, StreamType } from '../ledger/index.js';
import type { Watched } from '../roster/index.js';
import { WatchRefusal } from '../watching/index.js';

/** How far a feed or a board is. */
export interface Progress<State> {
  state: State;
  /** When it came so far: how old a claim is. Milliseconds since 1970, 0 where there was none yet. */
  at: number;
}

/** @param maxAge see {@link Ledger.project}. */
export async function progressOf<State, Command, Event extends EventBody>(
  ledger: Ledger,
  type: StreamType<State, Command, Event>,
  id: string,
  empty: State,
  maxAge: number,
): Promise<Progress<State>> {
  try {
    const { state, at } = await ledger.project(type, id, { maxAge });
    return { state, at: Date.parse(at) };
  } catch (error) {
    if (error instanceof StreamNotFound) return { state: empty, at: 0 };
    throw error;
  }
}

/** Records how far a feed or a board is. @returns whether this process did it; else another has. */
export async function record<State extends object, Command, Event extends EventBody>(
  ledger: Ledger,
  type: StreamType<State, Command, Event>,
  id: string,
  command: Command,
  { by, chosen }: Pick<Watched, 'by' | 'chosen'>,
): Promise<boolean> {
  // never one that Discord delivers twice: each try is one of its own
  const meta = { eventId: v4(), by, command: chosen, subject: '', madeAt: Date.now() };
  try {
    const transacted = await ledger.transact(type, id, command, meta);
    if (transacted.outcome === 'unknown') await transacted.settled;
    return true;
  } catch (error) {
    if (error instanceof WatchRefusal) return false;
    throw error;
  }
}

/** One of its own for each message that is to be posted. */
export function newNonce(): string {
  return v4().replaceAll('-', '').slice(0, 25);
}
