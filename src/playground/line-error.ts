import { ClientError } from './client-error.js';

/** A line that Discord's client would not send, and why. */
export class LineError extends ClientError {
  override name = 'LineError';
  readonly code = 'line';
}
