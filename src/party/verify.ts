import { StreamNotFound } from '../ledger/index.js';
import type { Ledger, Published, Verification } from '../ledger/index.js';
import type { Character } from '../roster/index.js';
import type { Ask } from './ask.js';
import { hitPoints } from './streams.js';
import { findTarget } from './targets.js';
import type { Target } from './targets.js';
import { checkDungeonMaster } from './who-may.js';

/** What a look at a character's whole stream found. */
export interface Verified {
  character: Character;
  verification: Verification;
}

/**
 * Whether the trail of the character that is meant, also of one that has retired, is whole and unaltered.
 * @param published hashes that someone has noted.
 * @throws {PartyRefusal} for a hidden creature to who is not the DM: from hashes its numbers can be guessed.
 */
export async function verify(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  published: readonly Published[],
): Promise<Verified> {
  const { character, roster } = await findTarget(ledger, ask, target, { retired: true });
  if (character.hidden === true) checkDungeonMaster(ask.person, roster);
  try {
    return { character, verification: await ledger.verify(hitPoints, character.id, { published }) };
  } catch (error) {
    // to begin the stream of who is on the roster would be to cover up that it was deleted
    if (error instanceof StreamNotFound) return { character, verification: nothing(published) };
    throw error;
  }
}

function nothing(published: readonly Published[]): Verification {
  return {
    ok: false,
    versions: 0,
    hash: '',
    fault: { version: 1, wrong: 'missing' },
    published: published.map((one) => ({ ...one, found: 'gone' })),
  };
}
