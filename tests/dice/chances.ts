import type { Chance } from '../../src/dice/index.js';

/** Dice that fall as told, one after the other; a die more than was told is a mistake. */
export function falling(...values: number[]): Chance {
  const left = [...values];
  return {
    next: () => {
      const value = left.shift();
      if (value === undefined) throw new Error('one die more than was told');
      return value - 1;
    },
  };
}

/** Every die shows the same. */
export function loaded(value: number): Chance {
  return { next: () => value - 1 };
}

/** The same random bits for the same seed (the mulberry32 generator). */
export function seeded(seed: number): Chance {
  let state = seed;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) | 0;
      let bits = Math.imul(state ^ (state >>> 15), 1 | state);
      bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
      return bits ^ (bits >>> 14);
    },
  };
}
