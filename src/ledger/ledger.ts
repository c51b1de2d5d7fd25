import { LRUCache } from 'lru-cache';
import { append } from './append.js';
import { Attempt } from './attempt.js';
import { StoreUnavailable, StreamNotFound } from './errors.js';
import { firstWord } from './first-word.js';
import type { UnderWay } from './first-word.js';
import { loadWindow } from './load.js';
import { noMeter } from './meter.js';
import type { LedgerMeter } from './meter.js';
import { queues } from './queue.js';
import { latestVersion, projectAt, readPage } from './read.js';
import type { Page, ReadRange } from './read.js';
import { patiently, persistent } from './retry.js';
import type { Reads, Store } from './store.js';
import type { EventBody, Log, Meta, Recorded, StreamType, Transacted, TransactOptions } from './types.js';
import { listStreams } from './streams.js';
import type { Listed } from './streams.js';
import { verify } from './verify.js';
import type { Verification, VerifyOptions } from './verify.js';
import { joined } from './window.js';
import type { Window } from './window.js';
import { endsWithin } from './within.js';

/** How long closing takes at the most, where nothing is said. Milliseconds. */
const closingMs = 6_000;
/** How much of that is kept for the store itself. Milliseconds. */
const closingStoreMs = 1_000;

/** What a process knows of a stream, and does to it. */
interface Stream<State, Event> {
  window: Window<State, Event> | undefined;
  /** By event id. */
  underWay: Map<string, UnderWay<State, Event>>;
}

/** All streams of one table. */
export class Ledger {
  readonly #store: Store;
  readonly #reads: Reads;
  readonly #closeStore: (withinMs: number) => Promise<void>;
  readonly #log: Log;
  readonly #meter: LedgerMeter;
  readonly #streams: LRUCache<string, Stream<unknown, unknown>>;
  readonly #queues = queues();
  readonly #attempts = new Set<Attempt>();
  /** Ends the wait of each reader. */
  readonly #giveUps = new Set<() => void>();

  /** @param closeStore ends what was opened for this ledger, within so many milliseconds. */
  constructor(
    store: Store,
    closeStore: (withinMs: number) => Promise<void>,
    log: Log,
    {
      streams = 10_000,
      meter = noMeter,
    }: { streams?: number | undefined; meter?: LedgerMeter | undefined } = {},
  ) {
    this.#store = store;
    const reads = persistent(store, patiently);
    this.#reads = {
      get: (id, version) => this.#unlessAbandoned(reads.get(id, version)),
      query: (id, range) => this.#unlessAbandoned(reads.query(id, range)),
      scan: (after) => this.#unlessAbandoned(reads.scan(after)),
    };
    this.#closeStore = closeStore;
    this.#log = log;
    this.#meter = meter;
    this.#streams = new LRUCache({ max: streams });
  }

  /**
   * Decides a command on the newest state of a stream and appends its event, once for an interaction however often this is
   * called with it. Commands to one stream queue up.
   * @throws what `decide` throws, {NotRecorded}, {VersionConflict}, {UnreadableEvent}: in each case this has recorded nothing.
   */
  async transact<State extends object, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    command: Command,
    meta: Meta,
    options: TransactOptions = {},
  ): Promise<Transacted<State, Event>> {
    const stream = this.#stream<State, Event>(id);
    const same = stream.underWay.get(meta.eventId);
    if (same !== undefined) return again(same, options);
    const attempt = new Attempt();
    const appending = this.#queues.run(id, () =>
      append(this.#store, { type, id, command, meta, attempt, end: stream, meter: this.#meter }),
    );
    const work = Promise.race([appending, attempt.abandonment]);
    const underWay = { attempt, work };
    this.#attempts.add(attempt);
    stream.underWay.set(meta.eventId, underWay);
    const ended = () => {
      this.#attempts.delete(attempt);
      stream.underWay.delete(meta.eventId);
    };
    work.then(ended, ended);

    const word = await firstWord(underWay, options);
    if (word.outcome === 'unknown') this.#tellOfDoubt(id, meta.eventId, underWay);
    return word;
  }

  /**
   * The last event of a stream, which holds its state; or the last one up to a version or a time.
   * @param options.maxAge how long ago it may have been known to be the last. Milliseconds; left out: however long.
   * @throws {StreamNotFound} @throws {NotThatFar} @throws {UnreadableEvent} @throws {StoreUnavailable}
   */
  async project<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    { at, maxAge = Infinity }: { at?: number | Date; maxAge?: number } = {},
  ): Promise<Recorded<State, Event>> {
    if (at !== undefined) return projectAt(this.#reads, type, id, at);
    const [latest] = await this.recent(type, id, { maxAge });
    if (latest === undefined) throw new StreamNotFound(id);
    return latest;
  }

  /**
   * The last events of a stream, up to five, the newest first; none where there is no such stream.
   * @param options.maxAge how long ago they may have been known to be the last, or that there are none. Milliseconds; left out:
   * however long, but that there are none is looked up.
   * @throws {UnreadableEvent} @throws {StoreUnavailable}
   */
  async recent<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    { maxAge = Infinity }: { maxAge?: number } = {},
  ): Promise<readonly Recorded<State, Event>[]> {
    const stream = this.#stream<State, Event>(id);
    const { window } = stream;
    const mayBeEmpty = maxAge !== Infinity;
    const isKnown = window !== undefined && (mayBeEmpty || window.recent.length > 0);
    if (isKnown && performance.now() - window.asOf <= maxAge) return window.recent;
    stream.window = joined(await loadWindow(this.#reads, type, id), stream.window);
    return stream.window.recent;
  }

  /**
   * A page of a stream, in one request however long the stream is.
   * @throws {StreamNotFound} @throws {UnreadableEvent} @throws {StoreUnavailable}
   */
  read<State, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    range: ReadRange = {},
  ): Promise<Page<State, Event>> {
    return readPage(this.#reads, type, id, range);
  }

  /** One request, however long the stream is. @throws {StreamNotFound} @throws {UnreadableEvent} @throws {StoreUnavailable} */
  latestVersion(id: string): Promise<number> {
    return latestVersion(this.#reads, id);
  }

  /**
   * Whether a stream is whole and unaltered. What is wrong with it is logged too.
   * @throws {StreamNotFound} @throws {StoreUnavailable}
   */
  async verify<State extends object, Command, Event extends EventBody>(
    type: StreamType<State, Command, Event>,
    id: string,
    options: VerifyOptions = {},
  ): Promise<Verification> {
    const verification = await verify(this.#reads, type, id, options);
    const { fault, published } = verification;
    if (fault !== undefined)
      this.#log.error(
        { id, version: fault.version, wrong: fault.wrong },
        'a stream is not as it was written',
      );
    const lacking = published.filter(({ found }) => found === 'changed' || found === 'gone');
    if (lacking.length > 0) this.#log.warn({ id, lacking }, 'a stream lacks hashes that someone says it had');
    return verification;
  }

  /** Every stream of the table, each once, in no order; read as they are asked for. @throws {StoreUnavailable} */
  streams(): AsyncGenerator<Listed, undefined> {
    return listStreams(this.#reads);
  }

  /**
   * Waits no longer for the store, for whoever cannot: changes that are under way end with {NotKnown} where something was sent,
   * else with {NotRecorded}, and are not sent any more; reads end with {StoreUnavailable}. What begins afterwards is as ever.
   */
  abandon(): void {
    for (const attempt of this.#attempts) attempt.abandon();
    for (const giveUp of this.#giveUps) giveUp();
  }

  /**
   * Finishes what is in flight as far as there is time, abandons the rest, and closes the store.
   * @param withinMs how long that may take. Milliseconds.
   * @throws {StoreUnavailable} where the embedded store had to be killed.
   */
  async close(withinMs = closingMs): Promise<void> {
    const end = performance.now() + withinMs;
    await endsWithin(this.#queues.idle(), withinMs - closingStoreMs);
    this.abandon();
    await this.#closeStore(Math.max(0, end - performance.now()));
  }

  async #unlessAbandoned<T>(read: Promise<T>): Promise<T> {
    let giveUp: () => void = () => undefined;
    const abandoned = new Promise<never>((_, reject) => {
      giveUp = () => reject(new StoreUnavailable('the store was not waited for any longer'));
    });
    this.#giveUps.add(giveUp);
    try {
      return await Promise.race([read, abandoned]);
    } finally {
      this.#giveUps.delete(giveUp);
    }
  }

  #stream<State, Event>(id: string): Stream<State, Event> {
    const stream = this.#streams.get(id) ?? { window: undefined, underWay: new Map() };
    this.#streams.set(id, stream);
    // a stream is of one type for ever
    return stream as Stream<State, Event>;
  }

  #tellOfDoubt(id: string, eventId: string, { attempt, work }: UnderWay<unknown, unknown>): void {
    const event = { id, eventId };
    this.#log.warn({ ...event, err: attempt.failure }, 'it is not known yet whether an event is recorded');
    work.then(
      () => this.#log.info(event, 'it is known now: the event is recorded'),
      (err: unknown) => this.#log.warn({ ...event, err }, 'the doubt about an event ended without it'),
    );
  }
}

/** The same interaction, delivered again while it is under way; its sender has called nothing off. */
function again<State, Event>(
  { attempt, work }: UnderWay<State, Event>,
  { answerBy }: TransactOptions,
): Promise<Transacted<State, Event>> {
  const duplicate = work.then((recording) => ({ ...recording, duplicate: true }));
  return firstWord({ attempt, work: duplicate }, answerBy === undefined ? {} : { answerBy });
}
