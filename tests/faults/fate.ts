import type { Fate } from '../support/store-proxy.js';

/** What an ill store does to requests, at random. @param onLoss called each time that the answer to a write is lost. */
export function illFate(random: () => number, onLoss: () => void): (operation: string) => Fate {
  return (operation) => {
    const drawn = random();
    if (drawn < 0.2 && operation === 'PutItem') {
      onLoss();
      return 'lose-answer';
    }
    if (drawn < 0.23) return 'cut';
    if (drawn < 0.26) return { status: 400, type: 'ProvisionedThroughputExceededException' };
    if (drawn < 0.29) return { status: 500, type: 'InternalServerError' };
    if (drawn < 0.31) return { delay: random() * 300 };
    return drawn < 0.32 ? 'hang' : 'pass';
  };
}
