import pLimit from 'p-limit';
import { refusal } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Command } from './command.js';

export interface LineOptions {
  /** How many are made at once in this process. */
  atOnce: number;
  /** How many wait for their turn; any more are refused. */
  waiting: number;
}

/**
 * What takes long or holds much, in a short line, so that neither grows without end. A place in it is held until the last of its
 * messages has been sent.
 */
export function inLine(run: Command['run'], { atOnce, waiting }: LineOptions): Command['run'] {
  const making = pLimit(atOnce);
  return (request, options, tools) => {
    if (making.pendingCount >= waiting)
      return Promise.resolve({ ...refusal(tools.words, { code: 'busy' }), failed: 'refused' });
    return new Promise<Reply>((resolve) => {
      void making(async () => {
        const reply = run(request, options, tools);
        resolve(reply);
        await reply.then(
          () => request.served,
          () => undefined,
        );
      });
    });
  };
}
