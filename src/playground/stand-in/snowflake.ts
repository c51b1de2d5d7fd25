const epoch = 1_420_070_400_000;

/** Makes ids as Discord does: the time in the upper bits, always greater than the one before. */
export function snowflakes(now: () => number): (at?: number) => string {
  let last = 0n;
  return (at = now()) => {
    const made = BigInt(at - epoch) << 22n;
    // an id for an earlier time is asked for on purpose; it only has to be unique
    const id = made > last || at < now() - 1_000 ? made + (last & 0xfffn) : last + 1n;
    if (id > last) last = id;
    return String(id);
  };
}

/** When an id was made. Milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number(BigInt(id) >> 22n) + epoch;
}
