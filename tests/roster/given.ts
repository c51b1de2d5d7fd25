import { v4 } from 'uuid';
import { decide, emptyRoster, evolve } from '../../src/roster/index.js';
import type { Roster, RosterCommand } from '../../src/roster/index.js';

export const mara = '100000000000000001';
export const tomas = '100000000000000002';

/** The command that adds a character of this name, with an id of its own. */
export function adding(
  name: string,
  owner = tomas,
  kind: 'pc' | 'npc' = 'pc',
): RosterCommand & { type: 'add' } {
  return { type: 'add', character: { id: v4(), name, kind, owner, max: 20 } };
}

/** The roster after these commands, one after the other. */
export function rosterAfter(...commands: RosterCommand[]): Roster {
  return commands.reduce<Roster>((roster, command) => evolve(roster, decide(roster, command)), emptyRoster);
}

export function idOf(roster: Roster, name: string): string {
  const character = roster.characters.find((one) => one.name === name);
  if (character === undefined) throw new Error(`no ${name}`);
  return character.id;
}
