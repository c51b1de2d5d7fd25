import type { Outcome } from '../src/party/index.js';
import { notKnownYet } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Words } from '../src/words/index.js';

/** The answer to a change; as long as it is not known what came of it, an answer that says so and is replaced later. */
export function answerWhenKnown<T>(words: Words, outcome: Outcome<T>, word: (value: T) => Reply): Reply {
  if (outcome.known) return word(outcome.value);
  return notKnownYet(words, outcome.settled.then(word));
}
