import { refuse } from '../refusal.js';
import { isOpen } from '../schemas.js';
import type { Choice, ClosedBecause } from '../schemas.js';
import type { BoardEvent } from './event.js';
import { emptyBoard } from './state.js';
import type { Board, PinOutcome } from './state.js';

/** What can be asked of a board. */
export type BoardCommand =
  | { type: 'open'; details: Choice }
  | { type: 'claim'; details: { nonce: string; replaces?: string } }
  | { type: 'confirm'; details: { nonce: string; message: string } }
  | { type: 'clear'; details: { message: string } }
  | { type: 'settle-pin'; details: { message: string; outcome: PinOutcome } }
  | { type: 'lose'; details: { message: string } }
  | { type: 'close'; details: { reason: ClosedBecause } };

/**
 * What a command does to a board; `undefined` is one that was never opened. Of several who want to post it, one has the claim:
 * so there is one message. The same with a fresh message that is to take the place of an old one.
 * @throws {WatchRefusal} when it can't be done, or another has done it.
 */
export function decide(board: Board = emptyBoard, command: BoardCommand): BoardEvent {
  switch (command.type) {
    case 'open':
      if (board.choice?.chosen === command.details.chosen) refuse('opened-already');
      return { type: 'BoardOpened', details: command.details };
    case 'claim':
      if (!isOpen(board)) refuse('not-open');
      if (board.message !== (command.details.replaces ?? null))
        refuse(command.details.replaces === undefined ? 'posted' : 'not-there');
      if (board.claim !== null) refuse('claimed');
      return { type: 'BoardClaimed', details: command.details };
    case 'confirm':
      if (board.claim !== command.details.nonce) refuse('not-claimed');
      return { type: 'BoardPosted', details: command.details };
    case 'clear':
      if (board.replaced?.includes(command.details.message) !== true) refuse('not-there');
      return { type: 'BoardCleared', details: command.details };
    case 'settle-pin':
      if (board.message !== command.details.message) refuse('not-there');
      if (board.pin?.message === command.details.message) refuse('settled');
      return { type: 'BoardPinSettled', details: command.details };
    case 'lose':
      if (board.message !== command.details.message) refuse('not-there');
      return { type: 'BoardLost', details: command.details };
    case 'close':
      if (!isOpen(board)) refuse('not-open');
      return { type: 'BoardClosed', details: command.details };
  }
}
