import { NotKnown, NotRecorded } from './errors.js';
import { verdictOn } from './failure.js';

/**
 * One command on its way into the ledger, as whoever waits for it sees it: whether something was sent of which it is not
 * known whether it landed, and whether it may still be called off.
 */
export class Attempt {
  /** Since when it is not known whether something landed. Milliseconds since 1970; absent while nothing is in doubt. */
  inDoubtSince: number | undefined;
  /** The last that went wrong. */
  failure: unknown;
  /** Since when the store itself says that it did nothing, or is not there. Milliseconds since 1970; absent while it does not. */
  turnedAwaySince: number | undefined;
  /** Rejects once this is abandoned, with what is known of it then. */
  readonly abandonment: Promise<never>;
  #calledOff: NotRecorded['reason'] | undefined;
  #abandoned = false;
  #reject: (error: unknown) => void = () => undefined;

  constructor() {
    this.abandonment = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // whoever waits for it hears of it; nobody has to
    this.abandonment.catch(() => undefined);
  }

  /** Before something is sent. @throws {NotRecorded} if it was called off. */
  sending(): void {
    this.check();
    this.inDoubtSince ??= Date.now();
  }

  /** Nothing that was sent so far landed. */
  certainlyNot(): void {
    this.inDoubtSince = undefined;
  }

  /** After a failure. @throws {NotRecorded} if there is no use in going on, and nothing is in doubt. @throws {NotKnown} */
  goingOn(failure: unknown): void {
    this.failure = failure;
    const verdict = verdictOn(failure);
    this.turnedAwaySince = verdict === 'not-written' ? (this.turnedAwaySince ?? Date.now()) : undefined;
    if (verdict === 'refused') this.callOff('refused-by-store');
    this.check();
  }

  /** Nothing more is to be sent; what is in doubt has to become known first. */
  callOff(reason: NotRecorded['reason']): void {
    this.#calledOff ??= reason;
  }

  /** Called off, and not waited for any longer even if something is in doubt. */
  abandon(): void {
    this.callOff('cancelled');
    this.#abandoned = true;
    this.#reject(this.calledOff ?? this.#notKnown());
  }

  /** The error that says so, if it was called off and nothing is in doubt. */
  get calledOff(): NotRecorded | undefined {
    if (this.#calledOff === undefined || this.inDoubtSince !== undefined) return undefined;
    return new NotRecorded(this.#calledOff, { cause: this.failure });
  }

  /** @throws {NotRecorded} if it was called off and nothing is in doubt. @throws {NotKnown} if it was abandoned in doubt. */
  check(): void {
    const error = this.calledOff;
    if (error !== undefined) throw error;
    if (this.#abandoned) throw this.#notKnown();
  }

  #notKnown(): NotKnown {
    return new NotKnown({ cause: this.failure });
  }
}
