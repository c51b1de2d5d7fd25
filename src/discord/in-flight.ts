/** What has been begun and has not ended. */
export interface InFlight {
  /** @param work never rejects. */
  add(work: Promise<void>): void;
  /** Waits until all has ended, ten seconds at most. */
  settled(): Promise<void>;
}

const patience = 10_000;

export function inFlight(): InFlight {
  const going = new Set<Promise<void>>();
  return {
    add(work) {
      going.add(work);
      void work.then(() => going.delete(work));
    },
    async settled() {
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([Promise.all(going), enough]);
      clearTimeout(timer);
    },
  };
}
