import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from './attempt.js';
import { turnedAwayMs } from './retry.js';
import type { Recording, Transacted, TransactOptions } from './types.js';

/** A command that is being appended. */
export interface UnderWay<State, Event> {
  attempt: Attempt;
  work: Promise<Recording<State, Event>>;
}

/** How long something that was sent may be in doubt before that is said, at the least. Milliseconds. */
const doubtPatience = 1_500;
/**
 * How long after the time to answer a store that says nothing is waited for, before anything is sent, until it is called off.
 * Milliseconds. One that turns everything away is waited for no longer than a reader would.
 */
const patience = 8_000;
/** Without a time to answer. Milliseconds. */
const usualAnswer = 2_000;
/** How often it is looked at, once it takes long. Milliseconds. */
const lookEvery = 50;

/**
 * The first that can be said of an attempt: that it is recorded, or not known yet.
 * @throws what `work` throws, and {NotRecorded} where it was called off.
 */
export async function firstWord<State, Event>(
  { attempt, work }: UnderWay<State, Event>,
  { answerBy = Date.now() + usualAnswer, signal }: TransactOptions,
): Promise<Transacted<State, Event>> {
  const cancel = () => attempt.callOff('cancelled');
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const end = { reached: false };
  const ending = work.then(
    () => void (end.reached = true),
    () => void (end.reached = true),
  );
  void ending.then(() => signal?.removeEventListener('abort', cancel));

  const waiting = (milliseconds: number) =>
    Promise.race([ending, sleep(Math.max(0, milliseconds), undefined, { ref: false })]);
  await waiting(answerBy - Date.now());
  for (;;) {
    if (end.reached) return work;
    const now = Date.now();
    const { inDoubtSince, turnedAwaySince = Infinity } = attempt;
    const enough = Math.max(answerBy, Math.min(answerBy + patience, turnedAwaySince + turnedAwayMs));
    if (inDoubtSince === undefined && now >= enough) attempt.callOff('store-unavailable');
    if (attempt.calledOff !== undefined) throw attempt.calledOff;
    if (inDoubtSince !== undefined && now >= inDoubtSince + doubtPatience)
      return { outcome: 'unknown', settled: work };
    await waiting(lookEvery);
  }
}
