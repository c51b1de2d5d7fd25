import { LRUCache } from 'lru-cache';
import { append } from './append.js';
import { Attempt } from './attempt.js';
import { StreamNotFound } from './errors.js';
import { firstWord } from './first-word.js';
import { loadWindow } from './load.js';
import { queues } from './queue.js';
import { latestVersion, projectAt, readPage } from './read.js';
import type { Page, ReadRange } from './read.js';
import { patiently, retried } from './retry.js';
import type { Store } from './store.js';
import type { EventBody, Meta, Recorded, StreamType, Transacted, TransactOptions } from './types.js';
import { verify } from './verify.js';
import type { Published, Verification } from './verify.js';
import { joined } from './window.js';
import type { End } from './window.js';

/** All streams of one table. */
export class Ledger {
  readonly #store: Store;
  readonly #closeStore: () => Promise<void>;
  readonly #ends: LRUCache<string, End<unknown, unknown>>;
  readonly #queues = queues();

  /** @param closeStore ends what was opened for this ledger. @param streams how many of them are remembered. */
  constructor(store: Store, closeStore: () => Promise<void>, streams = 10_000) {
    this.#store = store;
    this.#closeStore = closeStore;
    this.#ends = new LRUCache({ max: streams });
  }

  /**
   * Decides a command on the newest state of a stream and appends its event, once for an interaction however often this is
   * called with it. Commands to one stream queue up.
   * @throws what `decide` throws, {NotRecorded}, {VersionConflict}: in each case certainly nothing was recorded.
   */
  async transact<State extends object, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    command: Command,
    meta: Meta,
    options: TransactOptions = {},
  ): Promise<Transacted<State, Event>> {
    const attempt = new Attempt();
    const end = this.#end<State, Event>(id);
    const work = this.#queues.run(id, () => append(this.#store, type, id, command, meta, attempt, end));
    return firstWord(work, attempt, options);
  }

  /**
   * The last event of a stream, which holds its state; or the last one up to a version or a time.
   * @param options.maxAge how long ago it may have been known to be the last. Milliseconds; left out: however long.
   * @throws {StreamNotFound} @throws {NotThatFar} @throws {StoreUnavailable}
   */
  async project<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    { at, maxAge = Infinity }: { at?: number | Date; maxAge?: number } = {},
  ): Promise<Recorded<State, Event>> {
    if (at !== undefined) return retried(() => projectAt(this.#store, type, id, at), patiently());
    const end = this.#end<State, Event>(id);
    if (end.window === undefined || Date.now() - end.window.asOf > maxAge) {
      const loaded = await loadWindow(this.#store, type, id, patiently());
      // meanwhile an append may have gone further
      if ((loaded.recent[0]?.version ?? 0) >= (end.window?.recent[0]?.version ?? 0))
        end.window = joined(loaded, end.window);
    }
    const latest = end.window?.recent[0];
    if (latest === undefined) throw new StreamNotFound(id);
    return latest;
  }

  /** A page of a stream, in one request however long the stream is. @throws {StreamNotFound} @throws {StoreUnavailable} */
  async read<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    range: ReadRange = {},
  ): Promise<Page<State, Event>> {
    const page = await retried(() => readPage(this.#store, type, id, range), patiently());
    if (page.events.length === 0 && range.from === undefined) throw new StreamNotFound(id);
    return page;
  }

  /** One request, however long the stream is. @throws {StreamNotFound} @throws {StoreUnavailable} */
  latestVersion(id: string): Promise<number> {
    return retried(() => latestVersion(this.#store, id), patiently());
  }

  /**
   * Whether a stream is whole and unaltered.
   * @param options.published a hash that was made known: by it a cut tail is found.
   * @throws {StreamNotFound} @throws {StoreUnavailable}
   */
  verify<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    { published }: { published?: Published } = {},
  ): Promise<Verification> {
    return retried(() => verify(this.#store, type, id, published), patiently());
  }

  /** Finishes what is in flight, for ten seconds at most, and closes the store. */
  async close(): Promise<void> {
    await Promise.race([this.#queues.idle(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
    await this.#closeStore();
  }

  #end<State, Event>(id: string): End<State, Event> {
    const end = this.#ends.get(id) ?? { window: undefined };
    this.#ends.set(id, end);
    // a stream is of one type for ever
    return end as End<State, Event>;
  }
}
