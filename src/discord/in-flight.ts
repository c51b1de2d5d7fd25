/** What has been begun and has not ended. */
export interface InFlight {
  /** @param work never rejects. */
  add(work: Promise<void>): void;
  /**
   * Waits until all has ended, or the time is up. Shortly before that, what waits for the store is given up, so that the
   * messages about it can still say so.
   * @param left how much time there is from now on; asked again and again. Left out: ten seconds. Milliseconds.
   * @returns whether all has ended.
   */
  settled(left?: () => number): Promise<boolean>;
}

/** How long is waited where nothing is said. Milliseconds. */
const usualMs = 10_000;
/** How long before the time is up the store is given up. Milliseconds. */
const tellingMs = 2_000;
/** How often the time is looked at. Milliseconds. */
const lookEveryMs = 100;

/** @param giveUp makes what waits for the store end soon. */
export function inFlight(giveUp: () => void = () => undefined): InFlight {
  const going = new Set<Promise<void>>();

  /** @returns whether all ended while there was time. */
  async function ended(hasTime: () => boolean): Promise<boolean> {
    while (going.size > 0) {
      if (!hasTime()) return false;
      let timer: NodeJS.Timeout | undefined;
      const nextLook = new Promise((resolve) => {
        timer = setTimeout(resolve, lookEveryMs);
      });
      await Promise.race([Promise.all(going), nextLook]);
      clearTimeout(timer);
    }
    return true;
  }

  return {
    add(work) {
      going.add(work);
      void work.then(() => going.delete(work));
    },
    async settled(left = countdown(usualMs)) {
      if (await ended(() => left() > tellingMs)) return true;
      giveUp();
      return ended(() => left() > 0);
    },
  };
}

/** @returns how much of so much time is left. Milliseconds. */
export function countdown(milliseconds: number): () => number {
  const end = performance.now() + milliseconds;
  return () => end - performance.now();
}
