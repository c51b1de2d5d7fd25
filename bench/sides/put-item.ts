import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { v4 } from 'uuid';
import { fill } from '../fill.js';
import { trail } from '../game.js';
import { clientOf, counting, documentsOf } from '../store.js';
import type { TestStore } from '../store.js';
import type { Side } from './side.js';

/** The limit: a bare conditional PutItem of an item of the same size, whose version is known. It decides nothing. */
export function putItem(store: TestStore): Side {
  const meter = counting();
  const client = clientOf(store, meter);
  const documents = documentsOf(client);
  const { table } = store;
  return {
    name: 'bare PutItem',
    ...meter,
    runs: () => 100,
    async prepare(length) {
      const id = v4();
      const items = trail(id, length);
      await fill(documents, table, items);
      let version = length;
      const last = items.at(-1);
      return {
        append: () =>
          documents.send(
            new PutCommand({
              TableName: table,
              Item: { ...last, Version: ++version },
              ConditionExpression: 'attribute_not_exists(Version)',
            }),
          ),
      };
    },
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}
