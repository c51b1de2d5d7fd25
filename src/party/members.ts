import type { Ledger, Recorded } from '../ledger/index.js';
import type { Character, Roster, RosterCommand, RosterEvent } from '../roster/index.js';
import { decide } from '../rules/index.js';
import type { Ask } from './ask.js';
import { enrol, enrolment } from './enrol.js';
import { follow, known, outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { changeRoster, findTarget, metaOf, optionsOf } from './roster.js';
import { characterIdOf, rosterIdOf, rosters } from './streams.js';
import type { Changed } from './change.js';
import { checkRight, isDungeonMaster } from './who-may.js';
import type { Right } from './who-may.js';

/** Someone who is to come onto the roster. */
export interface NewCharacter {
  name: string;
  kind: Character['kind'];
  /** Whose it is, a Discord user id. Left out: the sender's. */
  owner?: string;
  max: number;
  /** Left out: all of `max`. */
  current?: number;
}

/** A change of the roster that is recorded. */
export interface RosterChanged {
  character: Character;
  recorded: Recorded<Roster, RosterEvent>;
}

/**
 * Puts a character on the roster and begins its stream. The roster comes first: it is where a name is unique.
 * @throws {RosterRefusal} when the name can't be had. @throws {PartyRefusal} when it takes the DM.
 * @throws {Refusal} when the hit points can't be.
 */
export async function add(
  ledger: Ledger,
  ask: Ask,
  { owner, ...wanted }: NewCharacter,
): Promise<Outcome<Changed>> {
  const forOther = owner !== undefined && owner !== ask.person.id;
  if ((wanted.kind === 'npc' || forOther) && !isDungeonMaster(ask.person))
    throw new PartyRefusal({ code: 'dm-only' });
  // what its stream could not begin with must not come onto the roster
  decide(undefined, enrolment(wanted), '5.2');
  const details = { id: characterIdOf(ask.interaction), owner: owner ?? ask.person.id, ...wanted };
  const added = await changeRoster(ledger, ask, wanted.name, { type: 'add', character: details });
  return follow(added, async ({ recorded }) => {
    const { state: roster, event } = recorded;
    const character = roster.characters.find((one) => one.id === details.id);
    if (event.type !== 'CharacterAdded' || character === undefined)
      throw new Error(`the roster recorded ${event.type} for an addition`);
    const meta = metaOf(ask, character.name, 1);
    const unfinished = (cause: unknown): never => {
      throw new PartyRefusal({ code: 'enrolling-unfinished', name: character.name }, { cause });
    };
    const enrolled = await enrol(ledger, event.details, roster.settings.rules, meta, optionsOf(ask)).catch(
      unfinished,
    );
    const settled = enrolled.known ? enrolled : { ...enrolled, settled: enrolled.settled.catch(unfinished) };
    return follow(settled, (value) => known({ character, ...value }));
  });
}

export async function rename(
  ledger: Ledger,
  ask: Ask,
  target: string,
  name: string,
): Promise<Outcome<{ from: string; to: string }>> {
  const renamed = await changeMember(ledger, ask, target, 'govern', ({ id }) => ({
    type: 'rename',
    id,
    name,
  }));
  return follow(renamed, ({ recorded: { event } }) => {
    if (event.type !== 'CharacterRenamed')
      throw new Error(`the roster recorded ${event.type} for a renaming`);
    return known(event.details);
  });
}

export function retire(ledger: Ledger, ask: Ask, target: string): Promise<Outcome<RosterChanged>> {
  return changeMember(ledger, ask, target, 'govern', ({ id }) => ({ type: 'retire', id }));
}

/** Makes a character the one that the sender means without naming any. */
export function use(ledger: Ledger, ask: Ask, target: string): Promise<Outcome<RosterChanged>> {
  return changeMember(ledger, ask, target, 'change', ({ id }) => ({
    type: 'use',
    id,
    person: ask.person.id,
  }));
}

async function changeMember(
  ledger: Ledger,
  ask: Ask,
  target: string,
  right: Right,
  command: (character: Character) => RosterCommand,
): Promise<Outcome<RosterChanged>> {
  const changed = await findTarget(ledger, ask, target).then(
    ({ character }) => {
      checkRight(right, ask.person, character);
      return changeRoster(ledger, ask, character.name, command(character));
    },
    (refusal: unknown) => alreadyDone(ledger, ask, refusal),
  );
  return follow(changed, ({ recorded }) => {
    const character = recorded.state.characters.find((one) => one.id === recorded.event.details.id);
    if (character === undefined) throw new Error(`${recorded.event.type} is of nobody on the roster`);
    return known({ character, recorded });
  });
}

/**
 * What this interaction did when it was delivered before: by now its target may bear another name or have left.
 * @throws the refusal, when it did nothing.
 */
async function alreadyDone(ledger: Ledger, ask: Ask, refusal: unknown): ReturnType<typeof changeRoster> {
  const refusing = {
    ...rosters,
    decide: () => {
      throw refusal;
    },
  };
  const id = rosterIdOf(ask.server);
  return outcomeOf(await ledger.transact(refusing, id, undefined, metaOf(ask, '', 0), optionsOf(ask)));
}
