/**
 * `opened-already`: by this very choice. `claimed`: something is claimed that is not posted yet. `not-next`: it is not what comes
 * next. `not-claimed`: it is posted already, or was never claimed. `posted`: there is a board already. `not-there`: it is another
 * message that counts. `settled`: what came of its pin is recorded already.
 */
export type WatchRefused =
  'not-open' | 'opened-already' | 'claimed' | 'not-next' | 'not-claimed' | 'posted' | 'not-there' | 'settled';

/** Another was faster, or things are not as they were thought to be: look again. */
export class WatchRefusal extends Error {
  override name = 'WatchRefusal';
  constructor(readonly code: WatchRefused) {
    super(code);
  }
}

export function refuse(code: WatchRefused): never {
  throw new WatchRefusal(code);
}
