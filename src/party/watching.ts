import type { Ledger } from '../ledger/index.js';
import type { Roster, Watched } from '../roster/index.js';
import type { BoardCommand, Claim, FeedCommand } from '../watching/index.js';
import { boardNow, recordBoard, shownToAll } from './board.js';
import { nextClaim } from './feed-claim.js';
import { told } from './feed-told.js';
import { feedNow, openFeed, recordFeed } from './feed.js';
import type { FeedNow } from './feed.js';

type By = Pick<Watched, 'by' | 'chosen'>;

/** What is read and recorded to keep feeds and boards, beside the commands; see the functions of these names. */
export type Watching = ReturnType<typeof openWatching>;

export function openWatching(ledger: Ledger) {
  return {
    feedNow: (server: string, maxAge: number) => feedNow(ledger, server, maxAge),
    openFeed: (server: string, roster: Roster, watched: Watched, since: number) =>
      openFeed(ledger, server, roster, watched, since),
    nextClaim: (now: FeedNow, maxAge: number) => nextClaim(ledger, now, maxAge),
    told: (server: string, roster: Roster, claim: Claim) => told(ledger, server, roster, claim),
    recordFeed: (server: string, by: By, command: FeedCommand) => recordFeed(ledger, server, by, command),
    boardNow: (server: string, maxAge: number) => boardNow(ledger, server, maxAge),
    shownToAll: (roster: Roster, maxAge: number) => shownToAll(ledger, roster, maxAge),
    recordBoard: (server: string, by: By, command: BoardCommand) => recordBoard(ledger, server, by, command),
  };
}
