import { NotRecorded } from './errors.js';
import { verdictOn } from './failure.js';

/**
 * One command on its way into the ledger, as whoever waits for it sees it: whether something was sent of which it is not
 * known whether it landed, and whether it may still be called off.
 */
export class Attempt {
  /** Since when it is not known whether something landed. Milliseconds since 1970; absent while nothing is in doubt. */
  inDoubtSince: number | undefined;
  #calledOff: NotRecorded['reason'] | undefined;
  #failure: unknown;

  /** Before something is sent. @throws {NotRecorded} if it was called off. */
  sending(): void {
    this.#check();
    this.inDoubtSince ??= Date.now();
  }

  /** Nothing that was sent so far landed. */
  certainlyNot(): void {
    this.inDoubtSince = undefined;
  }

  /** After a failure. @throws {NotRecorded} if there is no use in going on, and nothing is in doubt. */
  goingOn(failure: unknown): void {
    this.#failure = failure;
    if (verdictOn(failure) === 'refused') this.#calledOff ??= 'refused-by-store';
    this.#check();
  }

  /** The store itself says that it did nothing, or is not there: waiting for an answer is no use. */
  get isTurnedAway(): boolean {
    return this.#failure !== undefined && verdictOn(this.#failure) === 'not-written';
  }

  /** Nothing more is to be sent; what is in doubt has to become known first. */
  callOff(reason: NotRecorded['reason']): void {
    this.#calledOff ??= reason;
  }

  /** The error that says so, if it was called off and nothing is in doubt. */
  get calledOff(): NotRecorded | undefined {
    if (this.#calledOff === undefined || this.inDoubtSince !== undefined) return undefined;
    return new NotRecorded(this.#calledOff, { cause: this.#failure });
  }

  #check(): void {
    const error = this.calledOff;
    if (error !== undefined) throw error;
  }
}
