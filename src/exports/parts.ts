import { RowTooLarge } from './errors.js';
import { roomFor } from './room.js';
import type { Row, Writing } from './row.js';

/** What becomes one file. */
export interface Part {
  readonly data: Uint8Array;
  readonly rows: number;
  /** No other follows. */
  readonly last: boolean;
}

/**
 * Rows written into parts of at most so many bytes, no row cut in two; one part without rows where there are
 * none. A page is asked for only when the one before it is written, and one part at most is held.
 * @throws {RowTooLarge} at a row that does not fit by itself, after the parts before it.
 */
export async function* partsOf(
  pages: AsyncIterable<readonly Row[]>,
  { head, line }: Writing,
  limit: number,
): AsyncGenerator<Part> {
  let room = roomFor(limit);
  let rows = 0;
  let before = 0;
  if (!room.add(head)) throw new RowTooLarge(0, limit);
  for await (const page of pages)
    for (const row of page) {
      const text = line(row);
      if (!room.add(text)) {
        if (rows > 0) yield { data: room.filled(), rows, last: false };
        before += rows;
        rows = 0;
        room = roomFor(limit);
        if (!room.add(head + text)) throw new RowTooLarge(before + 1, limit);
      }
      rows++;
    }
  yield { data: room.filled(), rows, last: true };
}
