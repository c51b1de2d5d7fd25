import type { Amended, Correction, Event, Original } from '../event.js';
import type { Passed } from './past.js';
import { holdingOf } from './trace.js';
import type { Trace } from './trace.js';

/** An event that was not taken back, as it counts. */
export interface Counting {
  version: number;
  event: Original;
}

/** The events that count, as they count: without those that were taken back, and the amended ones as they were amended. */
export function counting(events: readonly Passed[]): Counting[] {
  const held = holdingOf(traces(events));
  const amended = new Map<number, Amended>();
  for (const { version, event } of events)
    if (event.type === 'Amended') amended.set(version, event.details.as);
  return events.flatMap(({ version, event }) => {
    if (isCorrection(event)) return [];
    const trace = held.get(version);
    if (trace === undefined) return [{ version, event }];
    const content = amended.get(trace.by);
    return content === undefined ? [] : [{ version, event: asAmended(event, content) }];
  });
}

/** The corrections among events. */
export function traces(events: readonly Passed[]): Trace[] {
  return events.flatMap(({ version, event }) => (isCorrection(event) ? [traceOf(version, event)] : []));
}

export function traceOf(version: number, { type, details }: Correction): Trace {
  return { by: version, of: details.version, ...(type === 'Amended' && { amends: true }) };
}

/** Whether an event is about another. */
export function isCorrection(event: Event): event is Correction {
  return event.type === 'Reverted' || event.type === 'Amended';
}

/** An event with other content, by the edition and with the note that it has. */
export function asAmended({ rules, change, note }: Original, content: Amended): Original {
  return { rules, change, ...(note !== undefined && { note }), ...content };
}

/**
 * The version of the event that an event is about: to be evolved, it needs the past from there on.
 * @returns `undefined` for one that needs but the state before it.
 */
export function reachesBackTo(event: Event): number | undefined {
  return isCorrection(event) ? event.details.version : undefined;
}
