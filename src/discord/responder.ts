import type {
  APIInteractionResponse,
  RESTPatchAPIInteractionOriginalResponseJSONBody,
} from 'discord-api-types/v10';
import type { Payload } from './payload.js';

/** The way back to whoever caused one interaction. */
export interface Responder {
  /**
   * The first answer, of which there is one.
   * @throws {Unanswerable} where Discord certainly did not take it.
   */
  first(response: Payload<APIInteractionResponse>): Promise<void>;
  /** Changes the first answer, or fills the one that was deferred. */
  edit(message: Payload<RESTPatchAPIInteractionOriginalResponseJSONBody>): Promise<void>;
  /** Takes the first answer back. */
  remove(): Promise<void>;
  /** One more message. */
  followUp(message: Payload): Promise<void>;
}

/** Discord did not take the first answer: it came after three seconds, or Discord was not to be reached in time. */
export class Unanswerable extends Error {
  readonly code = 'unanswerable';
  override name = 'Unanswerable';
}
