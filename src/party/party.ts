import type { Ledger } from '../ledger/index.js';
import type { Command } from '../rules/index.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import { everyone, names, sheet, trail, trailPage } from './look.js';
import { add, rename, retire, use } from './members.js';
import type { NewCharacter } from './members.js';
import type { Right } from './who-may.js';

/**
 * What can be done with the parties of all servers; see the functions of these names. Whatever certainly was not recorded
 * is thrown.
 */
export type Party = ReturnType<typeof openParty>;

/** @param roll throws a die of so many sides, fairly. */
export function openParty(ledger: Ledger, roll: (sides: number) => number) {
  return {
    roll,
    change: (ask: Ask, target: string | undefined, command: Command, right: Right) =>
      change(ledger, ask, target, command, right),
    add: (ask: Ask, character: NewCharacter) => add(ledger, ask, character),
    rename: (ask: Ask, target: string, name: string) => rename(ledger, ask, target, name),
    retire: (ask: Ask, target: string) => retire(ledger, ask, target),
    use: (ask: Ask, target: string) => use(ledger, ask, target),
    sheet: (ask: Ask, target: string | undefined) => sheet(ledger, ask, target),
    everyone: (ask: Ask) => everyone(ledger, ask),
    trail: (ask: Ask, target: string | undefined) => trail(ledger, ask, target),
    trailPage: (ask: Ask, character: string, from: number) => trailPage(ledger, ask, character, from),
    names: (ask: Ask, typed: string, most: number) => names(ledger, ask, typed, most),
  };
}
