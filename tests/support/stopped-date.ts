import { afterAll, beforeAll, jest } from '@jest/globals';

/** The time that `Date` tells, which passes only when a test says so. */
export interface StoppedDate {
  /** @param milliseconds by how much it is later now. */
  advance(milliseconds: number): void;
}

/** Stops `Date` for a test file. Timers and `performance` go on, so that sockets and waiting work as ever. */
export function stoppedDate(): StoppedDate {
  beforeAll(() => {
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: [
        ...(['hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
        ...(['setImmediate', 'clearImmediate'] as const),
        ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
      ],
    });
  });
  afterAll(() => {
    jest.useRealTimers();
  });
  return { advance: (milliseconds) => jest.setSystemTime(Date.now() + milliseconds) };
}
