/** When Discord's ids begin. Milliseconds since 1970. https://discord.com/developers/docs/reference#snowflakes */
const epoch = 1_420_070_400_000;
/** The bits below the time. */
const below = 22n;
const half = 1n << (below - 1n);

/**
 * Makes ids as Discord does, with the time in their upper bits: each greater than the one before. Those for another time than
 * now, which only tests ask for, can't be; they are unique all the same, as they have the upper half of a millisecond's ids.
 */
export function snowflakes(now: () => number): (at?: number) => string {
  let last = 0n;
  let elsewhen = 0n;
  return (at) => {
    if (at !== undefined) {
      elsewhen = (elsewhen + 1n) % half;
      return String(firstOf(at) + half + elsewhen);
    }
    const first = firstOf(now());
    last = first > last ? first : last + 1n;
    return String(last);
  };
}

/** When an id was made. Milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number(BigInt(id) >> below) + epoch;
}

function firstOf(time: number): bigint {
  return BigInt(Math.floor(time) - epoch) << below;
}
