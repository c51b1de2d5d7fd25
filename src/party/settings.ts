import type { Ledger } from '../ledger/index.js';
import type { Settings } from '../roster/index.js';
import type { Ask } from './ask.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { alreadyDone, changeRoster, rosterOf } from './roster.js';
import { isDungeonMaster } from './who-may.js';

/** How a server plays, as of now. */
export async function settings(ledger: Ledger, ask: Ask): Promise<Settings> {
  return (await rosterOf(ledger, ask.server, 0)).settings;
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
