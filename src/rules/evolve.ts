import { apply } from './apply.js';
import { counting, isCorrection, traceOf } from './corrections/counting.js';
import { noPast } from './corrections/past.js';
import type { Past } from './corrections/past.js';
import { replay } from './corrections/replay.js';
import { withCorrection } from './corrections/trace.js';
import type { Event } from './event.js';
import { refuse } from './refusal.js';
import type { State } from './state.js';

/**
 * The state after an event. What went into an event is decided anew on the state; one that makes no sense there does nothing.
 * After a correction it is the state of the events that count, as they count.
 * @param past for a correction: from the event that it is about on, see {@link reachesBackTo}.
 * @throws {Refusal} when a stream does not begin with Enrolled.
 */
export function evolve(state: State | undefined, event: Event, past: Past = noPast): State {
  if (!isCorrection(event)) return apply(state, event);
  const version = (past.events.at(-1)?.version ?? 0) + 1;
  const steps = replay(past.before, counting([...past.events, { version, event }]));
  const now = steps.at(-1)?.after ?? past.before ?? state;
  if (state === undefined || now === undefined) return refuse({ code: 'not-enrolled' });
  return {
    ...now,
    corrections: withCorrection(state.corrections, traceOf(version, event)),
  };
}
