import type { Ledger, Listed, Wrong } from '../ledger/index.js';
import { kinds } from './streams.js';
import type { StreamKind } from './streams.js';

/** A stream that was looked at. */
export type Audited = Listed & { kind?: StreamKind['name'] } & (
    | { result: 'whole'; versions: number }
    | { result: 'wrong'; version: number; wrong: Wrong | 'kind' }
    /** It could not be read to its end. */
    | { result: 'unread'; error: unknown }
  );

/** Who wants to hear how an audit goes. */
export interface Auditor {
  /** Told of so many more events that have been looked at. */
  onLooked: (events: number) => void;
  onAudited: (stream: Audited) => void;
}

/** Streams that are looked at at a time. */
const atOnce = 4;

/**
 * Looks at every stream of the table, whether it is whole and unaltered. What can't be read does not end it.
 * @throws {StoreUnavailable} where the streams can't be listed.
 */
export async function audit(ledger: Ledger, auditor: Auditor): Promise<void> {
  const streams = ledger.streams();
  const worker = async () => {
    for await (const stream of streams) auditor.onAudited(await look(ledger, stream, auditor));
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function look(ledger: Ledger, stream: Listed, { onLooked }: Auditor): Promise<Audited> {
  const kind = kinds.find(({ events }) => events.includes(stream.type));
  if (kind === undefined) return { ...stream, result: 'wrong', version: 1, wrong: 'kind' };
  const of = { ...stream, kind: kind.name };
  try {
    const { fault, versions } = await kind.verify(ledger, stream.id, { onLooked });
    return fault === undefined ? { ...of, result: 'whole', versions } : { ...of, result: 'wrong', ...fault };
  } catch (error) {
    return { ...of, result: 'unread', error };
  }
}
