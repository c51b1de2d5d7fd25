import type { Transacted } from '../ledger/index.js';

/** What came of a change: known, or not known yet. What certainly failed is thrown instead. */
export type Outcome<T> =
  | { known: true; value: T }
  /** `settled` rejects where it turns out that nothing was recorded. */
  | { known: false; settled: Promise<T> };

export function outcomeOf<State, Event>(transacted: Transacted<State, Event>) {
  return transacted.outcome === 'recorded'
    ? known(transacted)
    : { known: false as const, settled: transacted.settled };
}

export function known<T>(value: T): { known: true; value: T } {
  return { known: true, value };
}

/** Goes on with what came of a change, as soon as it is known. */
export async function follow<T, U>(
  outcome: Outcome<T>,
  next: (value: T) => Outcome<U> | Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  if (outcome.known) return next(outcome.value);
  return { known: false, settled: outcome.settled.then(next).then(whenKnown) };
}

/** @throws what `settled` rejects with. */
function whenKnown<T>(outcome: Outcome<T>): T | Promise<T> {
  return outcome.known ? outcome.value : outcome.settled;
}

/** All of several: not known as long as one of them is not. */
export function together<T>(outcomes: Outcome<T>[]): Outcome<T[]> {
  const values = outcomes.flatMap((outcome) => (outcome.known ? [outcome.value] : []));
  if (values.length === outcomes.length) return known(values);
  return {
    known: false,
    settled: Promise.all(outcomes.map((outcome) => (outcome.known ? outcome.value : outcome.settled))),
  };
}
