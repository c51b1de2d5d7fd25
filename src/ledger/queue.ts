/** Lets the tasks of one key run one after the other, in the order in which they came. */
export interface Queues {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Waits until all that is queued now has ended. */
  idle(): Promise<void>;
}

export function queues(): Queues {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const mine = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return mine;
    },
    async idle() {
      await Promise.all(tails.values());
    },
  };
}
