import type { Correction, Event, Original } from '../event.js';
import type { RecordedAmendment } from './amendment.js';
import type { Passed } from './past.js';
import { holdingOf } from './trace.js';
import type { Trace } from './trace.js';

/** An event that was not taken back. */
export interface Counting {
  version: number;
  event: Original;
  /** Those that still hold, the oldest first. */
  amendments: readonly RecordedAmendment[];
}

/** The events that count, with their amendments: without those that were taken back. */
export function counting(events: readonly Passed[]): Counting[] {
  const held = holdingOf(traces(events));
  const amendments = amendmentsOf(events);
  return events.flatMap(({ version, event }) => {
    const trace = held.get(version);
    if (isCorrection(event) || (trace !== undefined && !trace.amends)) return [];
    return [{ version, event, amendments: amendments.get(version) ?? [] }];
  });
}

/** The amendments that hold, the oldest first, by the version of the event that they amend. */
export function amendmentsOf(events: readonly Passed[]): Map<number, RecordedAmendment[]> {
  const held = holdingOf(traces(events));
  const amendments = new Map<number, RecordedAmendment[]>();
  for (const { version, event } of events) {
    if (event.type !== 'Amended' || held.has(version)) continue;
    const { version: of, amendment } = event.details;
    amendments.set(of, [...(amendments.get(of) ?? []), amendment]);
  }
  return amendments;
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

/**
 * The version of the event that an event is about: to be evolved, it needs the past from there on.
 * @returns `undefined` for one that needs but the state before it.
 */
export function reachesBackTo(event: Event): number | undefined {
  return isCorrection(event) ? event.details.version : undefined;
}
