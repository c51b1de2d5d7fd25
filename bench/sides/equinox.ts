import { CreateTableCommand, DynamoDB } from '@aws-sdk/client-dynamodb';
import { v4 } from 'uuid';
import { countRequests } from '../../src/ledger/meter.js';
import { decide, evolve } from '../../src/rules/index.js';
import type { Event, State } from '../../src/rules/index.js';
import { commandAt } from '../game.js';
import { equinox as core, equinoxDynamo as dynamo } from '../peers.js';
import { counting } from '../store.js';
import type { TestStore } from '../store.js';
import type { Side } from './side.js';

type Changed = { type: 'Changed'; data: { event: Event } };
type Snapshot = { type: 'Snapshot'; data: Folded };
/** How far a trail is, and what that comes to. */
interface Folded {
  version: number;
  state?: State;
}

/** Equinox with its DynamoDB store, as its own tests have it: a decider on a category with a snapshot in the tip, and no cache. */
export async function equinox({ endpoint, region }: TestStore): Promise<Side> {
  const meter = counting();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDB({ endpoint, region, credentials });
  countRequests(client, meter);
  const tableName = `equinox-${v4()}`;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'p', AttributeType: 'S' },
        { AttributeName: 'i', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'p', KeyType: 'HASH' },
        { AttributeName: 'i', KeyType: 'RANGE' },
      ],
    }),
  );
  const context = new dynamo.DynamoStoreContext({
    client: new dynamo.DynamoStoreClient(client),
    tableName,
    tip: dynamo.TipOptions.create({}),
    query: dynamo.QueryOptions.create({}),
  });
  const fold = (folded: Folded, events: (Changed | Snapshot)[]) =>
    events.reduce<Folded>(
      ({ version, state }, { type, data }) =>
        type === 'Snapshot' ? data : { version: version + 1, state: evolve(state, data.event) },
      folded,
    );
  const category = dynamo.DynamoStoreCategory.create<Changed | Snapshot, Folded, unknown>(
    context,
    'HitPoints',
    core.Codec.compress(core.Codec.json<Changed | Snapshot>()),
    fold,
    { version: 0 },
    core.CachingStrategy.NoCache(),
    dynamo.AccessStrategy.Snapshot<Changed | Snapshot, Folded>(
      ({ type }) => type === 'Snapshot',
      (data) => ({ type: 'Snapshot', data }),
    ),
  );
  return {
    name: 'Equinox',
    ...meter,
    runs: () => 20,
    async prepare(length) {
      const decider = core.Decider.forStream(category, core.StreamId.create(v4()), undefined);
      const append = () =>
        decider.transact(({ version, state }): Changed[] => [
          { type: 'Changed', data: { event: decide(state, commandAt(version + 1), '5.2') } },
        ]);
      for (let version = 1; version <= length; version++) await append();
      return { append };
    },
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}
