import type { Ledger } from '../ledger/index.js';
import type { CharacterAdded } from '../roster/index.js';
import { decide } from '../rules/index.js';
import type { Ask } from './ask.js';
import type { Changed } from './change.js';
import { enrol, enrolment } from './enrol.js';
import { follow, known } from './outcome.js';
import type { Outcome } from './outcome.js';
import { PartyRefusal } from './refusal.js';
import { changeRoster, metaOf, optionsOf, rosterOf } from './roster.js';
import { characterIdOf } from './streams.js';
import { checkDungeonMaster, mostFrom } from './who-may.js';

/** Someone who is to come onto the roster; `owner`, a Discord user id, is the sender where it is left out. */
export type NewCharacter = Omit<CharacterAdded['details'], 'id' | 'owner'> & { owner?: string };

/**
 * Puts a character on the roster and begins its stream. The roster comes first: it is where a name is unique.
 * @throws {RosterRefusal} when the name can't be had. @throws {PartyRefusal} when it takes the DM.
 * @throws {Refusal} when the hit points can't be.
 */
export async function add(
  ledger: Ledger,
  ask: Ask,
  { owner = ask.person.id, ...wanted }: NewCharacter,
): Promise<Outcome<Changed>> {
  const before = await rosterOf(ledger, ask.server);
  if (wanted.kind === 'npc' || owner !== ask.person.id) checkDungeonMaster(ask.person, before);
  // what its stream could not begin with must not come onto the roster
  decide(undefined, enrolment(wanted), '5.2');
  const details = { id: characterIdOf(ask.interaction), owner, ...wanted };
  const command = { type: 'add', character: details, ...mostFrom(ask.person, before) } as const;
  const added = await changeRoster(ledger, ask, wanted.name, command);
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
