import type { Ledger } from '../ledger/index.js';
import { add } from './add.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import { edit } from './edit.js';
import { amend } from './amend.js';
import { everyone, former, names, sheet, sheetAt, sheetOfPerson, sheetToChange } from './look.js';
import { give, rename, retire, use } from './members.js';
import { changeSettings, settings } from './settings.js';
import { move } from './move.js';
import type { Outcome } from './outcome.js';
import type { Target } from './targets.js';
import { history, trail, trailPage } from './trail.js';
import type { TrailFilter } from './trail.js';
import { undo, undoTogether } from './undo.js';
import { verify } from './verify.js';
import type { NotedLine } from './verify.js';
import type { Right } from './who-may.js';

/**
 * What can be done with the parties of all servers; see the functions of these names. Whatever certainly was not recorded
 * is thrown.
 */
export type Party = ReturnType<typeof openParty>;

/** @param onChanged called with the server, each time that something of it may be recorded that was not before. */
export function openParty(ledger: Ledger, onChanged: (server: string) => void = () => undefined) {
  /** Something that an ask may change. */
  const changing =
    <Rest extends unknown[], T>(act: (ledger: Ledger, ask: Ask, ...rest: Rest) => Promise<Outcome<T>>) =>
    async (ask: Ask, ...rest: Rest): Promise<Outcome<T>> => {
      const tell = () => onChanged(ask.server);
      try {
        const outcome = await act(ledger, ask, ...rest);
        if (!outcome.known) outcome.settled.then(tell, tell);
        return outcome;
      } finally {
        // a part may be recorded even where the rest was refused
        tell();
      }
    };
  return {
    change: changing(change),
    undo: changing(undo),
    undoTogether: changing(undoTogether),
    amend: changing(amend),
    move: changing(move),
    add: changing(add),
    edit: changing(edit),
    rename: changing(rename),
    give: changing(give),
    retire: changing(retire),
    use: changing(use),
    sheet: (ask: Ask, target: Target) => sheet(ledger, ask, target),
    sheetAt: (ask: Ask, target: Target, at: number | Date) => sheetAt(ledger, ask, target, at),
    sheetOfPerson: (ask: Ask, person: string) => sheetOfPerson(ledger, ask, person),
    sheetToChange: (ask: Ask, id: string, right: Right) => sheetToChange(ledger, ask, id, right),
    everyone: (ask: Ask) => everyone(ledger, ask),
    trail: (ask: Ask, target: Target, filter?: TrailFilter) => trail(ledger, ask, target, filter),
    trailPage: (ask: Ask, id: string, page: Parameters<typeof trailPage>[3]) =>
      trailPage(ledger, ask, id, page),
    history: (ask: Ask, target: Target, most?: number) => history(ledger, ask, target, most),
    verify: (ask: Ask, target: Target, lines: readonly NotedLine[]) => verify(ledger, ask, target, lines),
    former: (ask: Ask, typed: string, most: number) => former(ledger, ask, typed, most),
    names: (ask: Ask, typed: string, most: number) => names(ledger, ask, typed, most),
    settings: (ask: Ask) => settings(ledger, ask),
    changeSettings: changing(changeSettings),
  };
}
