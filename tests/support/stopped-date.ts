import { jest } from '@jest/globals';

/** The time that `Date` tells, which passes only when a test says so. */
export interface StoppedDate {
  /** @param milliseconds by how much it is later from now on. */
  advance(milliseconds: number): void;
  /** Lets `Date` tell the real time again. */
  resume(): void;
}

/** Stops `Date`. Timers and `performance` go on, so that sockets and waiting work as ever. */
export function stopDate(): StoppedDate {
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      ...(['hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
      ...(['setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
  return {
    advance: (milliseconds) => jest.setSystemTime(Date.now() + milliseconds),
    resume: () => jest.useRealTimers(),
  };
}
