/**
 * `opened-already`: by this very choice. `claimed`: something is claimed that is not posted yet. `not-next`: it is not what comes
 * next. `not-claimed`: it is posted already, or was never claimed.
 */
export type FeedRefused = 'not-open' | 'opened-already' | 'claimed' | 'not-next' | 'not-claimed';

/** Another was faster, or the feed is not where it was thought to be: look again. */
export class FeedRefusal extends Error {
  override name = 'FeedRefusal';
  constructor(readonly code: FeedRefused) {
    super(code);
  }
}

export function refuse(code: FeedRefused): never {
  throw new FeedRefusal(code);
}
