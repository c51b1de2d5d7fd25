import { paginateQuery, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { v4 } from 'uuid';
import { decide, evolve, eventSchema } from '../../src/rules/index.js';
import type { State } from '../../src/rules/index.js';
import { fill } from '../fill.js';
import { hit, trail } from '../game.js';
import { clientOf, counting, documentsOf } from '../store.js';
import type { TestStore } from '../store.js';
import type { Side } from './side.js';

/** As it stands in textbooks: ask for the latest version, put the next event, read all events, fold them. */
export function textbook(store: TestStore): Side {
  const meter = counting();
  const client = clientOf(store, meter);
  const documents = documentsOf(client);
  const { table: TableName } = store;
  const events = { TableName, ConsistentRead: true, KeyConditionExpression: 'Id = :id' };
  return {
    name: 'textbook',
    ...meter,
    runs: (length) => (length < 1_000 ? 20 : 5),
    async prepare(length) {
      const id = v4();
      await fill(documents, TableName, trail(id, length));
      const ExpressionAttributeValues = { ':id': id };
      return {
        async append() {
          const newest = { ScanIndexForward: false, Limit: 1 };
          const { Items: [latest] = [] } = await documents.send(
            new QueryCommand({ ...events, ...newest, ExpressionAttributeValues }),
          );
          const state = latest?.State as State;
          const event = decide(state, hit, '5.2');
          const { details: Details, ...rest } = event;
          const Version = Number(latest?.Version) + 1;
          await documents.send(
            new PutCommand({
              TableName,
              Item: { ...latest, ...rest, Type: event.type, Rules: event.rules, Details, Version },
              ConditionExpression: 'attribute_not_exists(Version)',
            }),
          );
          let folded: State | undefined;
          const pages = paginateQuery({ client: documents }, { ...events, ExpressionAttributeValues });
          for await (const { Items = [] } of pages)
            for (const item of Items) folded = evolve(folded, eventOf(item));
          return folded;
        },
      };
    },
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

function eventOf({ Type, Change, Note, Rules, Details }: Record<string, unknown>) {
  return eventSchema.parse({ type: Type, change: Change, note: Note, rules: Rules, details: Details });
}
