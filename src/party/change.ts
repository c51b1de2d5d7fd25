import type { Ledger } from '../ledger/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Command, State } from '../rules/index.js';
import type { Ask } from './ask.js';
import { withStream } from './enrol.js';
import { follow, known, outcomeOf, together } from './outcome.js';
import type { Outcome } from './outcome.js';
import { metaOf, optionsOf } from './roster.js';
import { lastChange } from './last-change.js';
import { hitPoints } from './streams.js';
import type { Entry, Ruled } from './streams.js';
import { findTargets } from './targets.js';
import type { Meant, NotDone } from './targets.js';
import { checkRight, rightTo } from './who-may.js';
import type { Right } from './who-may.js';

/** A change of hit points that is recorded. */
export interface Changed {
  character: Character;
  recorded: Entry;
  /** The newest first: this one and up to four before it. */
  recent: Entry[];
}

/** What came of a command for each of its targets, in the order in which they were named. */
export interface Changes {
  done: Changed[];
  notDone: NotDone[];
  /** More than one was named, or the whole party. */
  several: boolean;
}

/** One who is meant, for whoever makes the command. */
export interface Targeted {
  character: Character;
  /** As it is now, for what the command depends on. */
  state: () => Promise<State>;
  /** The version of the last change that can be taken back, 0 where there is none. */
  lastChange: () => Promise<number>;
}

/** Makes the command for each target: dice may be rolled once for all, or for each. */
export type CommandFor = (target: Targeted) => Command | Promise<Command>;

/**
 * Does a command to each character that is meant, an event each. What can't be done to one of several is told in the result.
 * @throws what says that nothing was recorded where one was named: {RosterRefusal}, {PartyRefusal}, {Refusal}, the ledger's
 * {NotRecorded}.
 */
export async function change(
  ledger: Ledger,
  ask: Ask,
  target: Meant,
  commandFor: CommandFor,
  right: Right,
): Promise<Outcome<Changes>> {
  const { roster, found, notFound, several } = await findTargets(ledger, ask, target);
  const changeIt = (character: Character) => changeOne(ledger, ask, { character, roster }, commandFor, right);
  const [only] = found;
  if (!several && only !== undefined)
    return follow(await changeIt(only), (changed) => known({ done: [changed], notDone: [], several }));
  const outcomes = await Promise.all(found.map((character) => attempted(character, changeIt(character))));
  return follow(together(outcomes), (results) =>
    known({
      done: results.flatMap((result) => ('recorded' in result ? [result] : [])),
      notDone: [...results.flatMap((result) => ('error' in result ? [result] : [])), ...notFound],
      several,
    }),
  );
}

/** One who is to be changed, and who else is on the server. */
export interface Member {
  character: Character;
  roster: Roster;
}

/** @param check one more look at the event that is to be taken back or put right. @throws as {@link change} for one. */
export async function changeOne(
  ledger: Ledger,
  ask: Ask,
  member: Member,
  commandFor: CommandFor,
  right: Right,
  check: Ruled['check'] = () => undefined,
): Promise<Outcome<Changed>> {
  const { character, roster } = member;
  const { id, name } = character;
  checkRight(right, ask.person, character, roster);
  return withStream(ledger, ask.server, member, async () => {
    const state = async () => (await ledger.project(hitPoints, id)).state;
    const ruled: Ruled = {
      command: await commandFor({ character, state, lastChange: () => lastChange(ledger, id) }),
      edition: roster.settings.rules,
      check(corrected) {
        checkRight(rightTo(corrected), ask.person, character, roster);
        check(corrected);
      },
    };
    const transacted = await ledger.transact(hitPoints, id, ruled, metaOf(ask, name, id), optionsOf(ask));
    return follow(outcomeOf(transacted), (value) => known({ character, ...value }));
  });
}

/** What fails for one of several is a result like the others. */
export async function attempted(
  { name, hidden = false }: Character,
  attempt: Promise<Outcome<Changed>>,
): Promise<Outcome<Changed | NotDone>> {
  try {
    const outcome = await attempt;
    if (outcome.known) return outcome;
    return { known: false, settled: outcome.settled.catch((error: unknown) => ({ name, hidden, error })) };
  } catch (error) {
    return known({ name, hidden, error });
  }
}
