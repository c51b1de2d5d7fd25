import { z } from 'zod';
import { flag, versionSchema } from '../vocabulary.js';

const traceSchema = z.strictObject({
  /** The version of a correction. */
  by: versionSchema,
  /** Of the event that it is about. */
  of: versionSchema,
  /** It puts that one right; else it takes it back. */
  amends: flag,
});
export type Trace = z.infer<typeof traceSchema>;

/** So many corrections a state remembers itself, since it rides on every event. */
const mostRemembered = 8;

/** The latest corrections of a stream, by which an event that is read can be seen to be corrected. */
export const correctionsSchema = z.strictObject({
  /** Oldest first. */
  latest: z.array(traceSchema).max(mostRemembered),
  /** The version whose state remembers those before them. */
  earlier: versionSchema.optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

/** What a state remembers after one more correction. */
export function withCorrection(corrections: Corrections | undefined, trace: Trace): Corrections {
  const { latest = [], earlier } = corrections ?? {};
  const last = latest.at(-1);
  if (latest.length === mostRemembered && last !== undefined) return { latest: [trace], earlier: last.by };
  return { latest: [...latest, trace], ...(earlier !== undefined && { earlier }) };
}

/**
 * The correction that holds for each event that is corrected, by that one's version: what takes it back, else the last that
 * puts it right. One that was itself taken back does not hold.
 * @param traces oldest first.
 */
export function holdingOf(traces: readonly Trace[]): Map<number, Trace> {
  const held = new Map<number, Trace>();
  for (const trace of traces.toReversed()) {
    if (held.has(trace.by)) continue;
    const other = held.get(trace.of);
    if (other === undefined || (other.amends && !trace.amends)) held.set(trace.of, trace);
  }
  return held;
}

/** The corrections that a state remembers itself, oldest first. */
export function remembered(state: { corrections?: Corrections } | undefined): readonly Trace[] {
  return state?.corrections?.latest ?? [];
}
