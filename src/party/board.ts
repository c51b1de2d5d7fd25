import type { Ledger } from '../ledger/index.js';
import { isLiving } from '../roster/index.js';
import type { Roster, Watched } from '../roster/index.js';
import { board } from '../watching/index.js';
import type { Board, BoardCommand } from '../watching/index.js';
import type { Sheet } from './look.js';
import { rosterOf } from './roster.js';
import { asPlayersSee } from './sight.js';
import { boardIdOf, boards, hitPoints } from './streams.js';
import { progressOf, record } from './watched.js';
import type { Progress } from './watched.js';

/** A server's board, as it is now. */
export type BoardNow = Progress<Board> & { roster: Roster };

/** @param maxAge how long ago it may have been known to be so. Milliseconds. */
export async function boardNow(ledger: Ledger, server: string, maxAge: number): Promise<BoardNow> {
  const roster = await rosterOf(ledger, server, maxAge);
  return { roster, ...(await progressOf(ledger, boards, boardIdOf(server), board.emptyBoard, maxAge)) };
}

/** @returns whether this process did it; else another has. */
export function recordBoard(
  ledger: Ledger,
  server: string,
  choice: Pick<Watched, 'by' | 'chosen'>,
  command: BoardCommand,
): Promise<boolean> {
  return record(ledger, boards, boardIdOf(server), command, choice);
}

/** Everyone as players see them, in the order in which they came. */
export async function shownToAll(ledger: Ledger, { characters }: Roster, maxAge: number): Promise<Sheet[]> {
  const sheets = await Promise.all(
    characters.filter(isLiving).map(async (character): Promise<Sheet[]> => {
      const [latest] = await ledger.recent(hitPoints, character.id, { maxAge });
      return latest === undefined ? [] : [{ character, sight: asPlayersSee(character, [latest]) }];
    }),
  );
  return sheets.flat();
}
