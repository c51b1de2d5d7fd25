import type { BoardEvent } from './event.js';
import { emptyBoard } from './state.js';
import type { Board } from './state.js';

/** The board after an event. */
export function evolve(board: Board = emptyBoard, event: BoardEvent): Board {
  switch (event.type) {
    case 'BoardOpened':
      return { ...emptyBoard, choice: event.details };
    case 'BoardClaimed':
      return { ...board, claim: event.details.nonce };
    case 'BoardPosted':
      return { ...board, message: event.details.message, claim: null };
    case 'BoardLost':
      return { ...board, message: null };
    case 'BoardClosed':
      return { ...emptyBoard, choice: board.choice, closed: event.details.reason };
  }
}
