import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Is told what a ledger does, by whoever counts it. */
export interface LedgerMeter {
  /**
   * A request to the store has ended. @param operation `PutItem`, say. @param units the write or read units that it took, as
   * far as the store tells. @param isFailed the store did not answer as it should.
   */
  request(operation: string, seconds: number, units: number, isFailed: boolean): void;
  /** Somebody else's event stood where one was to be written. */
  conflict(): void;
  /** What was to be written stood there already: an answer was lost, or another process was given the same interaction. */
  recovered(): void;
  /** Whether a command found the end of its stream remembered. */
  remembered(isSo: boolean): void;
}

export const noMeter: LedgerMeter = {
  request: () => undefined,
  conflict: () => undefined,
  recovered: () => undefined,
  remembered: () => undefined,
};

/** Counts what a client asks of the store. */
export function countRequests(client: DynamoDBClient, meter: LedgerMeter): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (request) => {
        const begun = performance.now();
        const count = (units: number, isFailed: boolean) =>
          meter.request(
            commandName.replace(/Command$/, ''),
            (performance.now() - begun) / 1_000,
            units,
            isFailed,
          );
        try {
          const input = { ...request.input, ReturnConsumedCapacity: 'TOTAL' };
          const result = await next({ ...request, input });
          const { ConsumedCapacity: capacity } = result.output as { ConsumedCapacity?: ConsumedCapacity };
          count(capacity?.CapacityUnits ?? 0, false);
          return result;
        } catch (error) {
          count(0, !(error instanceof ConditionalCheckFailedException));
          throw error;
        }
      },
    { step: 'initialize', name: 'countRequests' },
  );
}
