import { v4 } from 'uuid';
import { z } from 'zod';
import { eventIdOf } from '../../src/ledger/index.js';
import type { Meta, StreamType } from '../../src/ledger/index.js';

/** A stream of the tests' own: a number that never leaves 0 to 1,000,000. */
export interface Count {
  value: number;
}
export interface Added {
  type: 'Added';
  details: { amount: number };
  change: number;
  note?: string;
}
export class TooMuch extends Error {}

const highest = 1_000_000;
const added = z.strictObject({
  type: z.literal('Added'),
  details: z.strictObject({ amount: z.int() }),
  change: z.int(),
  note: z.string().exactOptional(),
});

export const counter = {
  schema: 1,
  decide(state, amount) {
    if (Math.abs(amount) > highest) throw new TooMuch();
    return {
      type: 'Added',
      details: { amount },
      change: clamp((state?.value ?? 0) + amount) - (state?.value ?? 0),
    };
  },
  evolve: (state, event) => ({ value: clamp((state?.value ?? 0) + event.details.amount) }),
  readEvent: (stored) => added.parse(stored),
  readState: (stored) => z.strictObject({ value: z.int().min(0).max(highest) }).parse(stored),
} satisfies StreamType<Count, number, Added>;

function clamp(value: number): number {
  return Math.min(highest, Math.max(0, value));
}

let interactions = 0n;

/** Who and why, for an interaction of its own that was made just now. */
export function meta(madeAt = Date.now()): Meta {
  const interaction = String((BigInt(madeAt - 1_420_070_400_000) << 22n) + (interactions++ % 4096n));
  return {
    eventId: eventIdOf(`${interaction}-${v4()}`, 0),
    by: '100000000000000001',
    command: interaction,
    subject: 'Count',
    madeAt,
  };
}
