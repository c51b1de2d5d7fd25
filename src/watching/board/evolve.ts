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
    case 'BoardPosted': {
      const { message } = event.details;
      const replaced = [...(board.replaced ?? []), ...(board.message === null ? [] : [board.message])];
      return withReplaced({ ...board, message, claim: null }, replaced);
    }
    case 'BoardCleared':
      return withReplaced(board, board.replaced?.filter((one) => one !== event.details.message) ?? []);
    case 'BoardPinSettled':
      return { ...board, pin: event.details };
    case 'BoardLost':
      return { ...board, message: null };
    case 'BoardClosed':
      return { ...emptyBoard, choice: board.choice, closed: event.details.reason };
  }
}

function withReplaced(board: Board, replaced: string[]): Board {
  const { choice, closed, message, claim, pin } = board;
  return {
    ...{ choice, closed, message, claim },
    ...(replaced.length > 0 && { replaced }),
    ...(pin !== undefined && { pin }),
  };
}
