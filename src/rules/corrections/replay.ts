import { apply } from '../apply.js';
import type { Original } from '../event.js';
import { made } from '../made.js';
import { maximum } from '../state.js';
import type { State } from '../state.js';
import type { Counting } from './counting.js';
import { deedOf } from './deed-of.js';
import { mostDifferences } from './details.js';
import type { Difference, Outcome } from './details.js';
import { withAmendments } from './put-right.js';

/** An event as it comes out on a past. */
export interface Step {
  version: number;
  /** With its amendments. */
  event: Original;
  before: State | undefined;
  after: State;
}

/** Decides events again, one after the other, with the dice that were recorded. */
export function replay(before: State | undefined, events: readonly Counting[]): Step[] {
  const steps: Step[] = [];
  for (const one of events) {
    const last = steps.at(-1)?.after ?? before;
    const event = asItCounts(last, one);
    steps.push({ version: one.version, event, before: last, after: apply(last, event) });
  }
  return steps;
}

function asItCounts(before: State | undefined, { event, amendments }: Counting): Original {
  const deed = before === undefined || amendments.length === 0 ? undefined : deedOf(event);
  if (before === undefined || deed === undefined) return event;
  const { rules, note } = event;
  return { ...made(before, withAmendments(deed, amendments), rules), ...(note !== undefined && { note }) };
}

/**
 * Which events come out differently, so that it can be seen; those that count but once are not among them. Oldest first.
 */
export function differencesOf(was: readonly Step[], now: readonly Step[]) {
  const before = new Map(was.map((step) => [step.version, step]));
  const all = now.flatMap((step): Difference[] => {
    const other = before.get(step.version);
    if (other === undefined || effectOf(other) === effectOf(step)) return [];
    const [was, now] = outcomesOf(other, step);
    return isSame(was, now) ? [] : [{ version: step.version, was, now }];
  });
  const more = all.length - mostDifferences;
  return {
    ...(all.length > 0 && { differences: all.slice(0, mostDifferences) }),
    ...(more > 0 && { moreDifferences: more }),
  };
}

/** How an event came out, and how it comes out now. */
function outcomesOf(was: Step, now: Step): [was: Outcome, now: Outcome] {
  const differing = (of: (state: State) => unknown) => !isSame(of(was.after), of(now.after));
  const [maximumDiffers, hitDiceDiffer] = [differing(maximum), differing(diceLeft)];
  const concentrationDiffers = differing(({ concentration }) => concentration);
  const outcome = (step: Step): Outcome => {
    const { concentration } = step.after;
    return {
      ...outcomeOf(step),
      ...(maximumDiffers && { maximum: maximum(step.after) }),
      ...(hitDiceDiffer && { hitDice: diceLeft(step.after) }),
      ...(concentrationDiffers && concentration !== null && { concentration }),
    };
  };
  return [outcome(was), outcome(now)];
}

function diceLeft({ hitDice }: State) {
  return hitDice.map(({ die, left }) => ({ die, left }));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
