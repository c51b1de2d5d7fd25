/**
 * What a stream's owner says happened: plain JSON, with numbers that are written without an exponent. It becomes the item's
 * Type, Change, Note, Rules and Details.
 */
export interface EventBody {
  type: string;
  details: object;
  change?: number | undefined;
  note?: string | undefined;
  rules?: string | undefined;
}

/** An event's body as it is stored, before anyone has looked at it. */
export interface StoredBody {
  type: string;
  details: unknown;
  change?: number;
  note?: string;
  rules?: string;
}

/** The end of a stream from a version on, the oldest first and without a gap. */
export interface Past<State, Event> {
  /** Before the first of the events. */
  before: State | undefined;
  events: { version: number; event: Event }[];
}

/** What a stream is of: how it is decided, evolved, and read back. */
export interface StreamType<State, Command, Event extends EventBody> {
  /**
   * The version of the form in which events and states of this type are stored. The state of an older form is not trusted:
   * it is folded again from the events.
   */
  schema: number;
  /** May throw an error of its own: then nothing is recorded, and that error reaches the caller as it is. */
  decide(state: State | undefined, command: Command, past: Past<State, Event>): Event;
  evolve(state: State | undefined, event: Event, past: Past<State, Event>): State;
  /**
   * For what depends on more than the state: the version from which on the past has to be known, to decide a command and to
   * evolve the event that it leads to. What is known then reaches back as far as each of its own events does. Left out, and
   * where they give `undefined`, the past is empty.
   */
  reachesBack?: {
    /** @param latest the version that the stream has come to. Throws where more would have to be known than may be. */
    command(command: Command, latest: number): number | undefined;
    event(event: Event): number | undefined;
  };
  /** Validates a stored event, and brings one of an older form up to date. Throws on what it can't read. */
  readEvent(stored: StoredBody, schema: number): Event;
  /** Validates a stored state of the present form. Throws on what it can't read. */
  readState(stored: unknown): State;
}

/** Who and why. The same interaction always gives the same `eventId`. */
export interface Meta {
  eventId: string;
  /** Discord user id. */
  by: string;
  /** Discord interaction id. */
  command: string;
  /** The name of what the stream is of, at this time. */
  subject: string;
  /** When the interaction was made. Milliseconds since 1970. */
  madeAt: number;
}

/** An event as it stands in the ledger. */
export interface Recorded<State, Event> {
  id: string;
  version: number;
  eventId: string;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
  by: string;
  command: string;
  subject: string;
  event: Event;
  /** After the event. */
  state: State;
  schema: number;
  hash: string;
}

/** An event that is certainly in the ledger. */
export interface Recording<State, Event> {
  outcome: 'recorded';
  recorded: Recorded<State, Event>;
  /** The newest first: `recorded` and up to four before it, as of that version. */
  recent: Recorded<State, Event>[];
  /** It had been recorded before, by an earlier delivery of the same interaction. */
  duplicate: boolean;
}

export type Transacted<State, Event> =
  | Recording<State, Event>
  /**
   * Sent, and not known yet. Rejects with what `transact` throws where it turns out not to be there, and with {NotKnown} when
   * it is abandoned before, or the ledger closed.
   */
  | { outcome: 'unknown'; settled: Promise<Recording<State, Event>> };

export interface TransactOptions {
  /** By when the caller wants to hear something. Milliseconds since 1970. */
  answerBy?: number;
  /** Once raised, nothing is sent that is not on its way already. */
  signal?: AbortSignal;
}

/** Where the ledger tells what it can't tell its caller. Never of notes or details. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
