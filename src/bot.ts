import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { createCommands } from '../commands/index.js';
import type { Commands } from '../commands/index.js';
import type { Ledger } from './ledger/index.js';
import { openParty } from './party/index.js';

/** What every program has: the commands on a ledger. @param onChanged see {@link openParty}. */
export function createBot(ledger: Ledger, log: Logger, onChanged?: (server: string) => void): Commands {
  return createCommands({
    party: openParty(ledger, onChanged),
    chance: { next: () => randomBytes(4).readInt32LE() },
    onFault: (error, { interaction }) => log.error({ err: error, interaction }, 'a command failed'),
    onForbidden: ({ code }, { interaction, person, server }) =>
      log.info({ code, interaction, person: person.id, server }, 'someone tried what they may not'),
  });
}
