/** A process that is asked for the ends of many trails, and says what its heap then holds. */
import { Ledger } from '../src/ledger/ledger.js';
import type { Store } from '../src/ledger/store.js';
import { hitPoints } from '../src/party/streams.js';
import { trail } from './game.js';
import { heap } from './heap.js';

const many = Number(process.argv[2]);
const items = trail('', 5).toReversed();
/** Every character has the same five entries. */
const store: Store = {
  put: () => Promise.resolve('written'),
  get: () => Promise.resolve(undefined),
  query: (id) =>
    Promise.resolve({ items: structuredClone(items).map((item) => ({ ...item, Id: id })), more: false }),
  scan: () => Promise.resolve({ items: [] }),
};
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ledger = new Ledger(store, () => Promise.resolve(), log);
const rows: [number, number][] = [[0, heap() / 1_000_000]];
for (let touched = 1; touched <= many; touched++) {
  await ledger.recent(hitPoints, `character ${touched}`);
  if (touched % (many / 10) === 0) rows.push([touched, heap() / 1_000_000]);
}
process.send?.(rows);
