import type { Command } from '../command.js';
import type { Correction } from '../event.js';
import { refuse } from '../refusal.js';
import type { State } from '../state.js';
import type { Edition } from '../vocabulary.js';
import { counting, traces } from './counting.js';
import type { Past, Passed } from './past.js';
import { differencesOf, replay } from './replay.js';
import { holdingOf } from './trace.js';

type Reverted = Extract<Correction, { type: 'Reverted' }>;
const again = { again: true } as const;

/** Takes an event back: whatever came after it is decided again, as if it had not happened. */
export function undo(
  state: State,
  { version, note, to }: Extract<Command, { type: 'undo' }>,
  edition: Edition,
  past: Past,
): Reverted {
  if (version === 0) return refuse({ code: 'nothing-to-undo' });
  const { event } = passed(past, version);
  if (event.type === 'Enrolled') return refuse({ code: 'enrolment-stays' });
  checkStands(past, version);
  const reverted: Reverted = {
    type: 'Reverted',
    rules: edition,
    change: 0,
    ...(note !== undefined && { note }),
    details: {
      version,
      ...(event.type === 'Reverted'
        ? { entry: event.details.entry, type: event.details.type, ...(!event.details.again && again) }
        : { entry: version, type: event.type }),
      ...(to !== undefined && { to }),
    },
  };
  const { change, differences } = effectOf(state, past, reverted);
  return { ...reverted, change, details: { ...reverted.details, ...differences } };
}

/** The event that is meant. @throws {Refusal} when the stream has none of this version. */
export function passed({ events }: Past, version: number): Passed {
  const found = events.find((one) => one.version === version);
  return found ?? refuse({ code: 'version-unknown', version, newest: events.at(-1)?.version ?? 0 });
}

/** @throws {Refusal} when an event has been taken back already. */
export function checkStands({ events }: Past, version: number): void {
  const trace = holdingOf(traces(events)).get(version);
  if (trace !== undefined && !trace.amends) refuse({ code: 'already-undone', version, by: trace.by });
}

/** What a correction changes: the hit points now, and how later events come out. */
export function effectOf(state: State, { before, events }: Past, correction: Correction) {
  const version = (events.at(-1)?.version ?? 0) + 1;
  const was = replay(before, counting(events));
  const now = replay(before, counting([...events, { version, event: correction }]));
  const after = now.at(-1)?.after ?? before;
  return { change: (after?.current ?? 0) - state.current, differences: differencesOf(was, now) };
}
