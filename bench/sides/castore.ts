import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { v4 } from 'uuid';
import { decide, evolve } from '../../src/rules/index.js';
import type { Event, State } from '../../src/rules/index.js';
import { commandAt } from '../game.js';
import { castore as core, castoreDynamo } from '../peers.js';
import { clientOf, counting } from '../store.js';
import type { TestStore } from '../store.js';
import type { Side } from './side.js';

/** Castore with its DynamoDB adapter, as its documentation has it: get the aggregate, push the event. */
export async function castore(store: TestStore): Promise<Side> {
  const meter = counting();
  const client = clientOf(store, meter);
  const tableName = `castore-${v4()}`;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'aggregateId', AttributeType: 'S' },
        { AttributeName: 'version', AttributeType: 'N' },
        { AttributeName: 'eventStoreId', AttributeType: 'S' },
        { AttributeName: 'timestamp', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'aggregateId', KeyType: 'HASH' },
        { AttributeName: 'version', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'initialEvents',
          KeySchema: [
            { AttributeName: 'eventStoreId', KeyType: 'HASH' },
            { AttributeName: 'timestamp', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  const eventStorageAdapter = new castoreDynamo.DynamoDBSingleTableEventStorageAdapter({
    tableName,
    dynamoDBClient: client,
  });
  const eventStore = new core.EventStore({
    eventStoreId: 'HIT_POINTS',
    eventTypes: [new core.EventType<'HIT_POINTS_CHANGED', { event: Event }>({ type: 'HIT_POINTS_CHANGED' })],
    eventStorageAdapter,
    reducer: (aggregate: Aggregate | undefined, { aggregateId, version, payload }) => ({
      aggregateId,
      version,
      state: evolve(aggregate?.state, payload.event),
    }),
  });
  const push = async (aggregateId: string, aggregate: Aggregate | undefined) => {
    const version = (aggregate?.version ?? 0) + 1;
    const event = decide(aggregate?.state, commandAt(version), '5.2');
    const type = 'HIT_POINTS_CHANGED' as const;
    await eventStore.pushEvent({ aggregateId, version, type, payload: { event } });
    return { aggregateId, version, state: evolve(aggregate?.state, event) };
  };
  return {
    name: 'Castore',
    ...meter,
    runs: (length) => (length < 1_000 ? 20 : 5),
    async prepare(length) {
      const id = v4();
      let aggregate: Aggregate | undefined;
      for (let version = 1; version <= length; version++) aggregate = await push(id, aggregate);
      return { append: async () => push(id, (await eventStore.getAggregate(id)).aggregate) };
    },
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

interface Aggregate {
  aggregateId: string;
  version: number;
  state: State;
}
