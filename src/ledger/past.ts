import type { EventBody, Past, StreamType } from './types.js';

/** An event and the state after it. */
export interface Passed<State, Event> {
  version: number;
  event: Event;
  state: State;
}

type Type<State, Event extends EventBody> = Pick<StreamType<State, never, Event>, 'reachesBack'>;

/**
 * The end of a stream from a version on, and further back where its events reach further back themselves.
 * @param known the oldest first and without a gap, from {@link firstNeeded} on, or from the event before it.
 * @param from left out: nothing is needed.
 */
export function pastOf<State, Event extends EventBody>(
  type: Type<State, Event>,
  known: readonly Passed<State, Event>[],
  from: number | undefined,
): Past<State, Event> {
  if (from === undefined) return { before: undefined, events: [] };
  const first = firstNeeded(type, known, from);
  return {
    before: known.find(({ version }) => version === first - 1)?.state,
    events: known.filter(({ version }) => version >= first).map(({ version, event }) => ({ version, event })),
  };
}

/** The version of the first event that is needed, as far as those that are known tell; at least 1, at most the latest. */
export function firstNeeded<State, Event extends EventBody>(
  type: Type<State, Event>,
  known: readonly Passed<State, Event>[],
  from: number,
): number {
  let first = Math.max(1, Math.min(from, known.at(-1)?.version ?? 1));
  // from the newest on: what an event reaches back to is older than it
  for (const { version, event } of known.toReversed()) {
    if (version < first) break;
    first = Math.max(1, Math.min(first, type.reachesBack?.event(event) ?? first));
  }
  return first;
}
