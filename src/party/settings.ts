import type { Ledger } from '../ledger/index.js';
import type { Settings, Watched } from '../roster/index.js';
import type { Kept } from '../watching/index.js';
import type { Ask } from './ask.js';
import { boardNow } from './board.js';
import { feedNow } from './feed.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { alreadyDone, changeRoster, rosterOf } from './roster.js';
import { isDungeonMaster } from './who-may.js';

/** How a server plays, and why a feed or a board can't be kept where it was chosen to be. */
export interface SettingsNow {
  settings: Settings;
  failed: Record<'feed' | 'board', 'gone' | 'forbidden' | null>;
}

/** How a server plays, as of now. */
export async function settings(ledger: Ledger, { server }: Ask): Promise<SettingsNow> {
  const { settings } = await rosterOf(ledger, server, 0);
  const { feed, board } = settings;
  const failed = {
    feed: feed ? failure(feed, (await feedNow(ledger, server, 0)).state) : null,
    board: board ? failure(board, (await boardNow(ledger, server, 0)).state) : null,
  };
  return { settings, failed };
}

/** Why what was chosen can't be kept; one that was chosen just now has not been tried yet. */
function failure({ chosen }: Watched, { choice, closed }: Kept): 'gone' | 'forbidden' | null {
  return choice?.chosen !== chosen || closed === 'turned-off' ? null : closed;
}

/**
 * Changes how a server plays from now on. What was decided before stays.
 * @throws {PartyRefusal} for who is not the DM. @throws {RosterRefusal} when nothing would change.
 */
export async function changeSettings(
  ledger: Ledger,
  ask: Ask,
  wanted: Partial<Settings>,
): Promise<Outcome<Settings>> {
  const roster = await rosterOf(ledger, ask.server);
  const changed = isDungeonMaster(ask.person, roster)
    ? await changeRoster(ledger, ask, '', { type: 'set', settings: wanted })
    : // who gave the role of the DM away by this very interaction is the DM no more
      await alreadyDone(ledger, ask, new PartyRefusal({ code: 'dm-only' }));
  return follow(changed, ({ recorded }) => known(recorded.state.settings));
}
