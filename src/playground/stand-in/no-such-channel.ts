import { ClientError } from '../client-error.js';

/** The person wants to type in a channel that is not there. */
export class NoSuchChannel extends ClientError {
  override name = 'NoSuchChannel';
  readonly code = 'no-such-channel';
}
