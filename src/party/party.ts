import type { Ledger, Published } from '../ledger/index.js';
import type { Settings } from '../roster/index.js';
import { add } from './add.js';
import type { NewCharacter } from './add.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import type { CommandFor } from './change.js';
import { edit } from './edit.js';
import type { Edit } from './edit.js';
import { amend } from './amend.js';
import type { Amending } from './amend.js';
import { everyone, names, sheet, sheetAt, sheetOfPerson, sheetToChange } from './look.js';
import { give, rename, retire, use } from './members.js';
import { changeSettings, settings } from './settings.js';
import { move } from './move.js';
import type { Meant, Target } from './targets.js';
import { history, trail, trailPage } from './trail.js';
import type { TrailFilter } from './trail.js';
import { undo, undoTogether } from './undo.js';
import type { Undoing } from './undo.js';
import { verify } from './verify.js';
import type { Right } from './who-may.js';

/**
 * What can be done with the parties of all servers; see the functions of these names. Whatever certainly was not recorded
 * is thrown.
 */
export type Party = ReturnType<typeof openParty>;

export function openParty(ledger: Ledger) {
  return {
    change: (ask: Ask, target: Meant, commandFor: CommandFor, right: Right) =>
      change(ledger, ask, target, commandFor, right),
    undo: (ask: Ask, target: Target, undoing: Undoing) => undo(ledger, ask, target, undoing),
    undoTogether: (ask: Ask, versions: ReadonlyMap<string, number>) => undoTogether(ledger, ask, versions),
    amend: (ask: Ask, target: Target, amending: Amending) => amend(ledger, ask, target, amending),
    move: (ask: Ask, target: Target, to: Target, amending: Amending) =>
      move(ledger, ask, target, to, amending),
    add: (ask: Ask, character: NewCharacter) => add(ledger, ask, character),
    edit: (ask: Ask, target: string, wanted: Edit) => edit(ledger, ask, target, wanted),
    rename: (ask: Ask, target: string, name: string) => rename(ledger, ask, target, name),
    give: (ask: Ask, target: string, to: string) => give(ledger, ask, target, to),
    retire: (ask: Ask, target: string) => retire(ledger, ask, target),
    use: (ask: Ask, target: string) => use(ledger, ask, target),
    sheet: (ask: Ask, target: Target) => sheet(ledger, ask, target),
    sheetAt: (ask: Ask, target: Target, at: number | Date) => sheetAt(ledger, ask, target, at),
    sheetOfPerson: (ask: Ask, person: string) => sheetOfPerson(ledger, ask, person),
    sheetToChange: (ask: Ask, id: string, right: Right) => sheetToChange(ledger, ask, id, right),
    everyone: (ask: Ask) => everyone(ledger, ask),
    trail: (ask: Ask, target: Target, filter?: TrailFilter) => trail(ledger, ask, target, filter),
    trailPage: (ask: Ask, id: string, page: Parameters<typeof trailPage>[3]) =>
      trailPage(ledger, ask, id, page),
    history: (ask: Ask, target: Target, most?: number) => history(ledger, ask, target, most),
    verify: (ask: Ask, target: Target, published: readonly Published[]) =>
      verify(ledger, ask, target, published),
    names: (ask: Ask, typed: string, most: number) => names(ledger, ask, typed, most),
    settings: (ask: Ask) => settings(ledger, ask),
    changeSettings: (ask: Ask, wanted: Partial<Settings>) => changeSettings(ledger, ask, wanted),
  };
}
