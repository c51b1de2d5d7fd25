/**
 * `npm run verify`: looks whether every stream of the ledger is whole and unaltered, and writes nothing. Ends with 0 where all
 * are, with 1 where one is not, with 2 where that could not be found out.
 */
import { config as loadEnvFile } from 'dotenv';
import { ConfigError, readConfig } from './config.js';
import { LedgerError, nodeNotice, openExisting } from './ledger/index.js';
import { audit } from './party/index.js';
import type { Audited } from './party/index.js';
import { progressLine } from './progress.js';

const faults: Record<Extract<Audited, { result: 'wrong' }>['wrong'], string> = {
  missing: 'is missing',
  unreadable: "can't be read: it was altered, or a newer version of the program wrote it",
  hash: 'is not the event that was written',
  state: 'holds a state that the rules do not give',
  kind: 'is of no kind that this program knows',
};

/** @returns the exit code. */
async function verify(): Promise<number> {
  const ledger = await openExisting(readConfig(process.env).ledger);
  const progress = progressLine(process.stderr);
  const results = { whole: 0, wrong: 0, unread: 0 };
  const kinds = new Map<string, number>();
  let events = 0;
  const count = () => `${results.whole + results.wrong + results.unread} streams, ${events} events`;
  try {
    await audit(ledger, {
      onLooked(more) {
        events += more;
        progress.tell(`${count()} …`);
      },
      onAudited(stream) {
        const { kind = 'unknown', result } = stream;
        results[result] += 1;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (result === 'whole') return;
        progress.clear();
        console.log(finding(stream));
      },
    });
  } finally {
    progress.clear();
    await ledger.close();
  }
  const ofKinds = Array.from(kinds, ([kind, number]) => `${kind}: ${number}`).join(', ');
  console.log(`Looked at ${count()}${ofKinds === '' ? '' : ` (${ofKinds})`}.`);
  const { wrong, unread } = results;
  console.log(
    wrong + unread === 0 ? 'All are whole and unaltered.' : `Wrong: ${wrong}. Could not be read: ${unread}.`,
  );
  return wrong > 0 ? 1 : unread > 0 ? 2 : 0;
}

/** What is to be said of a stream that is not whole. A name may hold anything if someone altered it. */
function finding(stream: Exclude<Audited, { result: 'whole' }>): string {
  const { kind = 'stream', id, subject } = stream;
  const which = kind === 'character' ? `${kind} ${JSON.stringify(subject)} (${id})` : `${kind} ${id}`;
  return stream.result === 'wrong'
    ? `${which}: v${stream.version} ${faults[stream.wrong]}`
    : `${which} could not be read: ${explained(stream.error)}`;
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = error instanceof ConfigError || error instanceof LedgerError;
  const text = isKnown ? error.message : (error.stack ?? error.message);
  return error.cause instanceof Error ? `${text} (${error.cause.message})` : text;
}

loadEnvFile({ quiet: true });
const notice = nodeNotice();
if (notice !== undefined) console.error(notice);
try {
  process.exitCode = await verify();
} catch (error) {
  console.error(explained(error));
  process.exitCode = 2;
}
