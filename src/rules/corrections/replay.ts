import { apply } from '../apply.js';
import type { State } from '../state.js';
import type { Counting } from './counting.js';
import { mostDifferences } from './details.js';
import type { Difference, Outcome } from './details.js';

/** An event as it comes out on a past. */
export interface Step extends Counting {
  before: State | undefined;
  after: State;
}

/** Decides events again, one after the other, with the dice that were recorded. */
export function replay(before: State | undefined, events: readonly Counting[]): Step[] {
  const steps: Step[] = [];
  for (const one of events) {
    const last = steps.at(-1)?.after ?? before;
    steps.push({ ...one, before: last, after: apply(last, one.event) });
  }
  return steps;
}

/** Which events come out differently; those that count but once are not among them. Oldest first. */
export function differencesOf(was: readonly Step[], now: readonly Step[]) {
  const before = new Map(was.map((step) => [step.version, step]));
  const all = now.flatMap((step): Difference[] => {
    const other = before.get(step.version);
    return other === undefined || effectOf(other) === effectOf(step)
      ? []
      : [{ version: step.version, was: outcomeOf(other), now: outcomeOf(step) }];
  });
  const more = all.length - mostDifferences;
  return {
    ...(all.length > 0 && { differences: all.slice(0, mostDifferences) }),
    ...(more > 0 && { moreDifferences: more }),
  };
}

function outcomeOf({ before, after }: Step): Outcome {
  const { current, temporary, condition, deathSaves } = after;
  const { successes, failures } = deathSaves;
  return {
    change: current - (before?.current ?? 0),
    current,
    temporary,
    condition,
    ...(successes + failures > 0 && { deathSaves: [successes, failures] }),
  };
}

/** What an event did, whatever there was before: by how much numbers changed, and what other things became. */
function effectOf({ before, after }: Step): string {
  const numbers = (state: State | undefined) =>
    state === undefined
      ? []
      : [
          state.max,
          state.maxModifier,
          state.current,
          state.temporary,
          state.deathSaves.successes,
          state.deathSaves.failures,
          state.hitDice.reduce((sum, { left }) => sum + left, 0),
        ];
  const [then, now] = [numbers(before), numbers(after)];
  return JSON.stringify([
    now.map((value, index) => value - (then[index] ?? 0)),
    before?.condition !== after.condition && after.condition,
    before?.concentration !== after.concentration && after.concentration,
  ]);
}
