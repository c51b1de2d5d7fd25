import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { append } from './append.js';
import { Attempt } from './attempt.js';
import { StreamNotFound } from './errors.js';
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

/** How long closing waits for what is in flight. Milliseconds. */
const closingPatience = 5_000;

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
  readonly #closeStore: () => Promise<void>;
  readonly #log: Log;
  readonly #meter: LedgerMeter;
  readonly #streams: LRUCache<string, Stream<unknown, unknown>>;
  readonly #queues = queues();
  readonly #attempts = new Set<Attempt>();

  /** @param closeStore ends what was opened for this ledger. */
  constructor(
    store: Store,
    closeStore: () => Promise<void>,
    log: Log,
    {
      streams = 10_000,
      meter = noMeter,
    }: { streams?: number | undefined; meter?: LedgerMeter | undefined } = {},
  ) {
    this.#store = store;
    this.#reads = persistent(store, patiently);
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
    const work = this.#queues.run(id, () =>
      append(this.#store, { type, id, command, meta, attempt, end: stream, meter: this.#meter }),
    );
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

  /** Finishes what is in flight, for some seconds at most, and closes the store. */
  async close(): Promise<void> {
    const idle = this.#queues.idle();
    await Promise.race([idle, sleep(closingPatience, undefined, { ref: false })]);
    for (const attempt of this.#attempts) attempt.abandon();
    await idle;
    await this.#closeStore();
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
