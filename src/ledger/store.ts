import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from './item.js';

/** An item as it came from the store: nobody has looked at it yet. */
export type RawItem = Record<string, unknown>;

/** Which events of a stream, both ends included. */
export interface Range {
  from?: number;
  to?: number;
  limit: number;
  newestFirst?: boolean;
}

/** How long the store may take over one request. Milliseconds. */
const requestTimeout = 2_000;

/** The requests that a ledger makes, each of them one request and each strongly consistent. */
export interface Store {
  /** Writes an item where there is none. @returns whatever stands there already, if anything does. */
  put(item: Item): Promise<'written' | { standing: RawItem | undefined }>;
  get(id: string, version: number): Promise<RawItem | undefined>;
  /** `more`: the store may have further ones in this range. */
  query(id: string, range: Range): Promise<{ items: RawItem[]; more: boolean }>;
}

export function dynamoStore(client: DynamoDBDocumentClient, table: string): Store {
  const bounded = () => ({ abortSignal: AbortSignal.timeout(requestTimeout) });
  return {
    async put(item) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: item,
            ConditionExpression: 'attribute_not_exists(Version)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
          bounded(),
        );
        return 'written';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return { standing: error.Item === undefined ? undefined : unmarshall(error.Item) };
      }
    },
    async get(id, version) {
      const key = { Id: id, Version: version };
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
        bounded(),
      );
      return Item;
    },
    async query(id, { from, to, limit, newestFirst = false }) {
      const [low, high] = newestFirst ? [to, from] : [from, to];
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          ScanIndexForward: !newestFirst,
          Limit: limit,
          KeyConditionExpression: 'Id = :id AND Version BETWEEN :low AND :high',
          ExpressionAttributeValues: {
            ':id': id,
            ':low': low ?? 1,
            ':high': high ?? Number.MAX_SAFE_INTEGER,
          },
        }),
        bounded(),
      );
      return { items: Items ?? [], more: LastEvaluatedKey !== undefined };
    },
  };
}
