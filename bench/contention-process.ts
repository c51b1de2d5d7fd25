/** A process of its own with a ledger: appends so many hits to one character at once, and says what that took. */
import { openLedger } from '../src/ledger/index.js';
import type { LedgerConfig } from '../src/ledger/index.js';
import { hitPoints } from '../src/party/streams.js';
import { meta, ruled } from './game.js';
import { counting } from './store.js';

export interface Done {
  requests: number;
  failed: number;
}

const meter = counting();
const ledger = await openLedger(JSON.parse(process.argv[2] ?? '') as LedgerConfig, undefined, { meter });
process.once('message', ({ id, hits }: { id: string; hits: number }) => {
  meter.reset();
  const all = Array.from({ length: hits }, () => ledger.transact(hitPoints, id, ruled, meta()));
  void Promise.allSettled(all).then((results) => {
    const failed = results.filter(({ status }) => status === 'rejected').length;
    process.send?.({ requests: meter.asked.requests, failed } satisfies Done);
    process.disconnect();
  });
});
process.send?.('ready');
