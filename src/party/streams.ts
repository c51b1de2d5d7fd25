import { v5 } from 'uuid';
import type {
  EventBody,
  Ledger,
  Recorded,
  StreamType,
  Verification,
  VerifyOptions,
} from '../ledger/index.js';
import * as roster from '../roster/index.js';
import type { Roster, RosterCommand, RosterEvent } from '../roster/index.js';
import * as rules from '../rules/index.js';
import type { Command, Edition, Event, State } from '../rules/index.js';
import { board, feed } from '../watching/index.js';
import type { Board, BoardCommand, BoardEvent, Feed, FeedCommand, FeedEvent } from '../watching/index.js';

/** A command to a character, with the edition that it is to be decided by. */
export interface Ruled {
  command: Command;
  edition: Edition;
  /** Throws where the event that is to be taken back or put right is not the person's to change. */
  check?: (corrected: Event) => void;
}

/** So many entries may lie between one that is corrected and the latest: all of them are decided again, in memory. */
const furthest = 10_000;

/** A character's stream. */
export const hitPoints: StreamType<State, Ruled, Event> = {
  schema: 2,
  decide(state, { command, edition, check }, past) {
    const corrected = past.events.find(({ version }) => version === correctedBy(command));
    if (corrected !== undefined) check?.(corrected.event);
    return rules.decide(state, command, edition, past);
  },
  evolve: rules.evolve,
  reachesBack: {
    command({ command }, latest) {
      const version = correctedBy(command);
      if (version !== undefined && latest - version > furthest)
        throw new rules.Refusal({ code: 'too-far-back', version, most: furthest });
      return version;
    },
    event: rules.reachesBackTo,
  },
  readEvent: (stored) => rules.eventSchema.parse(stored),
  readState: (stored) => rules.stateSchema.parse(stored),
};

/** The version of the event that a command is about; `undefined` for one about none. */
function correctedBy(command: Command): number | undefined {
  return command.type === 'undo' || command.type === 'amend' ? command.version || undefined : undefined;
}

/** A server's roster. */
export const rosters: StreamType<Roster, RosterCommand, RosterEvent> = {
  schema: 3,
  decide: roster.decide,
  evolve: roster.evolve,
  readEvent: (stored) => roster.eventSchema.parse(stored),
  readState: (stored) => roster.rosterSchema.parse(stored),
};

/** How far a server's feed has come. */
export const feeds: StreamType<Feed, FeedCommand, FeedEvent> = {
  schema: 2,
  decide: feed.decide,
  evolve: feed.evolve,
  readEvent: (stored) => feed.eventSchema.parse(stored),
  readState: (stored) => feed.feedSchema.parse(stored),
};

/** Where a server's board is. */
export const boards: StreamType<Board, BoardCommand, BoardEvent> = {
  schema: 1,
  decide: board.decide,
  evolve: board.evolve,
  readEvent: (stored) => board.eventSchema.parse(stored),
  readState: (stored) => board.boardSchema.parse(stored),
};

/** What a stream can be of. */
export interface StreamKind {
  name: 'character' | 'roster' | 'feed' | 'board';
  /** The types of its events, by which it is told from streams of other kinds. */
  events: readonly string[];
  /** See {@link Ledger.verify}. */
  verify(ledger: Ledger, id: string, options: VerifyOptions): Promise<Verification>;
}

/** All that there are. */
export const kinds: readonly StreamKind[] = [
  kind('character', typesOf(rules.eventSchema), hitPoints),
  kind('roster', typesOf(roster.eventSchema), rosters),
  kind('feed', typesOf(feed.eventSchema), feeds),
  kind('board', typesOf(board.eventSchema), boards),
];

function kind<State extends object, Command, Event extends EventBody>(
  name: StreamKind['name'],
  events: readonly string[],
  type: StreamType<State, Command, Event>,
): StreamKind {
  return { name, events, verify: (ledger, id, options) => ledger.verify(type, id, options) };
}

/** What the events of a schema are called. */
function typesOf({ options }: { options: readonly { shape: { type: { value: string } } }[] }): string[] {
  return options.map(({ shape }) => shape.type.value);
}

/** An event of a character's stream. */
export type Entry = Recorded<State, Event>;

const rosterIds = '6f0a7a3e-9c1d-5b52-8e55-0d1f4f3c7a10';
const feedIds = '0b9d2f7c-7a44-5d5e-8a39-3c1f6f0e2d71';
const boardIds = '5d0c9a61-2f3b-5c1e-9b7e-6a4e8d1f2c30';
const characterIds = 'c2b8e1d4-51f7-5e0e-9f39-7a4ad0c6b2e3';

/** The id of a server's roster stream. */
export function rosterIdOf(server: string): string {
  return v5(server, rosterIds);
}

/** The id of the stream that tells how far a server's feed has come. */
export function feedIdOf(server: string): string {
  return v5(server, feedIds);
}

/** The id of the stream that tells where a server's board is. */
export function boardIdOf(server: string): string {
  return v5(server, boardIds);
}

/** The id of the character that an interaction adds: the same however often it is delivered. */
export function characterIdOf(interaction: string): string {
  return v5(interaction, characterIds);
}
