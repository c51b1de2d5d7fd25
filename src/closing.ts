/** Something that is to be closed in the end. */
export interface Closer {
  /** What it is, for a message that it did not end. */
  what: string;
  /** @param left how much time there is for it. Milliseconds. @returns `false` where it has not ended by then. */
  close: (left: () => number) => Promise<unknown>;
}

/** What is kept for each of those that are still to be closed. Milliseconds. */
const shareMs = 500;
/** How much longer one may take to say that its time was up. Milliseconds. */
const graceMs = 100;

/**
 * Closes one after the other, the last first. None takes the time of those after it: one that hangs is left alone.
 * @param left how much time there is for all. Milliseconds.
 * @param onError told of those that fail.
 * @returns what did not end as it should.
 */
export async function closeAll(
  closers: readonly Closer[],
  left: () => number,
  onError: (error: unknown, what: string) => void,
): Promise<string[]> {
  const unended: string[] = [];
  for (const [after, { what, close }] of [...closers.entries()].reverse()) {
    const own = () => left() - after * shareMs;
    try {
      if ((await inTime(close(own), own() + graceMs)) === false) unended.push(what);
    } catch (error) {
      onError(error, what);
      unended.push(what);
    }
  }
  return unended;
}

/** @returns `false` where it takes longer. */
async function inTime(closing: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), false);
  });
  try {
    return await Promise.race([closing, late]);
  } finally {
    clearTimeout(timer);
  }
}
