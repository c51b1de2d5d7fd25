import type { Ledger, Page } from '../ledger/index.js';
import type { Character } from '../roster/index.js';
import {
  amendmentsOf,
  decide,
  deedOf,
  isCorrection,
  putRight,
  Refusal,
  withAmendments,
} from '../rules/index.js';
import type { Command, Event, State } from '../rules/index.js';
import type { Amending } from './amend.js';
import type { Ask } from './ask.js';
import { attempted, changeOne } from './change.js';
import type { Changes } from './change.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import { findTarget } from './targets.js';
import type { Target } from './targets.js';
import { checkRight } from './who-may.js';

/** Read at once. */
const atOnce = 500;

/**
 * Puts right whom a change was about: it is taken back from the one, and the other has it from now on. Both or, where that can
 * be known before, neither.
 * @param to who it was about in truth.
 * @throws {Refusal} @throws {PartyRefusal} @throws {RosterRefusal}
 */
export async function move(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  to: Target,
  { version, amendment, note }: Amending,
): Promise<Outcome<Changes>> {
  const { character, roster } = await findTarget(ledger, ask, target);
  const { character: other } = await findTarget(ledger, ask, to);
  if (character.id === other.id) throw new PartyRefusal({ code: 'moved-to-same', name: other.name });
  checkRight('correct', ask.person, character, roster);
  checkRight('change', ask.person, other, roster);
  const deed = await deedInTruth(ledger, character, version);
  const right = Object.keys(amendment).length === 0 ? deed : putRight(deed, amendment, version);
  const command: Command = { ...right, note };
  // by its first delivery the same interaction may have changed the other already: only what is not recorded is refused
  const refusal = await refusalOf(async () => {
    const { state } = await ledger.project(hitPoints, other.id);
    decide(state, command, roster.settings.rules);
  });
  const check = () => {
    if (refusal !== undefined) throw refusal;
  };
  const undoing: Command = { type: 'undo', version, note, to: other.name };
  const undone = await changeOne(ledger, ask, { character, roster }, () => undoing, 'correct', check);
  return follow(undone, async (first) => {
    const second = changeOne(ledger, ask, { character: other, roster }, () => command, 'change');
    return follow(await attempted(other, second), (result) =>
      known(
        'recorded' in result
          ? { done: [first, result], notDone: [], several: true }
          : { done: [first], notDone: [result], several: true },
      ),
    );
  });
}

/** What was done, as it counts by now. @throws {Refusal} when it can't be done to another. */
async function deedInTruth(ledger: Ledger, { id }: Character, version: number) {
  const events = await eventsFrom(ledger, id, version);
  const [told] = events;
  if (told?.version !== version)
    throw new Refusal({ code: 'version-unknown', version, newest: await ledger.latestVersion(id) });
  // one that was taken back is refused by the rules, unless it was by this very interaction
  const original = isCorrection(told.event) ? undefined : deedOf(told.event);
  const deed = original && withAmendments(original, amendmentsOf(events).get(version) ?? []);
  if (deed?.type !== 'damage' && deed?.type !== 'heal' && deed?.type !== 'grantTemporary')
    throw new Refusal({ code: 'not-amendable', version });
  return deed;
}

/** All events from a version on, oldest first. */
async function eventsFrom(ledger: Ledger, id: string, version: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let from: number | undefined = Math.max(1, version); from !== undefined;) {
    const page: Page<State, Event> = await ledger.read(hitPoints, id, { from, limit: atOnce });
    entries.push(...page.events);
    from = page.next;
  }
  return entries;
}

async function refusalOf(attempt: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
