/** How a store, say, is asked whether it answers. Milliseconds. */
export interface Asking {
  /** An answer stands for that long. */
  everyMs: number;
  /** Later is no answer. */
  withinMs: number;
}

const usual: Asking = { everyMs: 1_000, withinMs: 2_000 };

/**
 * Whether something answers just now. It is asked by one request at a time, however often this is called.
 * @param ask resolves where it answers.
 */
export function answering(
  ask: () => Promise<unknown>,
  { everyMs, withinMs }: Asking = usual,
): () => Promise<boolean> {
  let askedAt = -Infinity;
  let answer = Promise.resolve(false);
  let isAsking = false;

  const asked = async () => {
    isAsking = true;
    try {
      await ask();
      return true;
    } catch {
      return false;
    } finally {
      isAsking = false;
    }
  };
  return () => {
    if (!isAsking && performance.now() >= askedAt + everyMs) {
      askedAt = performance.now();
      answer = asked();
    }
    return Promise.race([answer, late(askedAt + withinMs - performance.now())]);
  };
}

/** @returns `false`, then. */
function late(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, milliseconds), false).unref();
  });
}
