import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { v4 } from 'uuid';
import { openLedger } from '../../src/ledger/index.js';
import { hitPoints } from '../../src/party/streams.js';
import { fill } from '../fill.js';
import { meta, ruled, trail } from '../game.js';
import { clientOf, counting, documentsOf } from '../store.js';
import type { TestStore } from '../store.js';
import type { Side } from './side.js';

/** hp-ledger. Warm: the end of the trail is remembered. Cold: it is not, as in a process that has just started. */
export async function ours(store: TestStore, how: 'warm' | 'cold'): Promise<Side> {
  const meter = counting();
  const { endpoint, region, table } = store;
  // where one stream is remembered, a look at another makes the first one cold
  const options = { meter, ...(how === 'cold' && { streams: 1 }) };
  const ledger = await openLedger({ store: 'endpoint', endpoint, region, table }, undefined, options);
  const documents = documentsOf(clientOf(store, counting()));
  const other = v4();
  await fill(documents, table, trail(other, 1));
  return {
    name: `hp-ledger, ${how}`,
    ...meter,
    runs: () => 100,
    async prepare(length) {
      const id = v4();
      await fill(documents, table, trail(id, length));
      await ledger.recent(hitPoints, id);
      let of = meta();
      const append = () => ledger.transact(hitPoints, id, ruled, of);
      // what makes an entry is there before it: an interaction, with its id
      const arrives = () => {
        of = meta();
        return Promise.resolve();
      };
      if (how === 'warm') return { append, ready: arrives };
      const Key = { Id: id, Version: length + 1 };
      return {
        append,
        // as it was an hour ago; of the other we know, of this one nothing
        async ready() {
          await arrives();
          await documents.send(new DeleteCommand({ TableName: table, Key }));
          await ledger.recent(hitPoints, other);
        },
      };
    },
    close: () => ledger.close(),
  };
}
