import { z } from 'zod';
import type { Reads, ScanKey } from './store.js';

/** A stream of the table, by what its events say without being read. */
export interface Listed {
  id: string;
  /** Of its first event; '' where that has none. */
  type: string;
  /** The name of what it is of, as its last event has it. */
  subject: string;
}

/** Whoever lists streams may look for damage, so what is damaged is listed too. */
const listedItem = z.object({ Id: z.string(), Type: z.string().catch(''), Character: z.string().catch('') });

/** Every stream of the table, each once, in no order. Reads on as they are asked for. */
export async function* listStreams(reads: Reads): AsyncGenerator<Listed, undefined> {
  let stream: Listed | undefined;
  let after: ScanKey | undefined;
  do {
    const { items, next } = await reads.scan(after);
    for (const { Id: id, Type: type, Character: subject } of items.map((item) => listedItem.parse(item))) {
      if (stream !== undefined && stream.id !== id) yield stream;
      stream = { id, type: stream?.id === id ? stream.type : type, subject };
    }
    after = next;
  } while (after !== undefined);
  if (stream !== undefined) yield stream;
}
