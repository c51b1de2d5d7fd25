import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './item.js';

/** An item as it came from the store: nobody has looked at it yet. */
export type RawItem = Record<string, unknown>;

/** Which events of a stream; `from` is where reading begins, whichever way it goes. */
export interface Range {
  from?: number;
  to?: number;
  limit: number;
  newestFirst?: boolean;
}

/** Where a scan goes on. */
export type ScanKey = Record<string, unknown>;

/** What can be asked of a store, each of them one request and strongly consistent. */
export interface Reads {
  get(id: string, version: number): Promise<RawItem | undefined>;
  /** `more`: the store may have further ones in this range. */
  query(id: string, range: Range): Promise<{ items: RawItem[]; more: boolean }>;
  /**
   * The next of all items there are, with no more than `Id`, `Type` and `Character`. Those of one stream come together, in
   * the order of their versions.
   * @param after left out: from the beginning.
   */
  scan(after?: ScanKey): Promise<{ items: RawItem[]; next?: ScanKey }>;
}

/** The requests that a ledger makes. */
export interface Store extends Reads {
  /** Writes an item where there is none. @returns whatever stands there already, as far as the store tells. */
  put(item: Item): Promise<'written' | { standing: RawItem | undefined }>;
}

/** Items that are looked at in one request of a scan. */
const scanLength = 1_000;
/** A number of which JavaScript would lose digits stays a text, so that nobody takes it for the one that was written. */
const unmarshallOptions = {
  wrapNumbers: (digits: string) => (String(Number(digits)) === digits ? Number(digits) : digits),
};

export function dynamoStore(client: DynamoDBClient, table: string): Store {
  // a copy: the client writes options of its own into what it is given
  const documents = DynamoDBDocumentClient.from(client, { unmarshallOptions: { ...unmarshallOptions } });
  return {
    async put(item) {
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: item,
            ConditionExpression: 'attribute_not_exists(Version)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'written';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return {
          standing: error.Item === undefined ? undefined : unmarshall(error.Item, unmarshallOptions),
        };
      }
    },
    async get(id, version) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: { Id: id, Version: version }, ConsistentRead: true }),
      );
      return Item;
    },
    async query(id, { from, to, limit, newestFirst = false }) {
      const [low = 1, high = Number.MAX_SAFE_INTEGER] = newestFirst ? [to, from] : [from, to];
      // the store calls that an error
      if (low > high) return { items: [], more: false };
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          ScanIndexForward: !newestFirst,
          Limit: limit,
          KeyConditionExpression: 'Id = :id AND Version BETWEEN :low AND :high',
          ExpressionAttributeValues: { ':id': id, ':low': low, ':high': high },
        }),
      );
      return { items: Items, more: LastEvaluatedKey !== undefined };
    },
    async scan(after) {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          Limit: scanLength,
          ProjectionExpression: '#id, #type, #character',
          ExpressionAttributeNames: { '#id': 'Id', '#type': 'Type', '#character': 'Character' },
          ...(after !== undefined && { ExclusiveStartKey: after }),
        }),
      );
      return { items: Items, ...(LastEvaluatedKey !== undefined && { next: LastEvaluatedKey }) };
    },
  };
}
