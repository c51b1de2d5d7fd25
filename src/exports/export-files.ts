import { csv } from './csv.js';
import { stemOf } from './file-name.js';
import { jsonLines } from './json-lines.js';
import { partsOf } from './parts.js';
import type { Part } from './parts.js';
import type { Row } from './row.js';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8', writing: csv },
  jsonl: { contentType: 'application/jsonl', writing: jsonLines },
};

export interface ExportOptions {
  readonly format: keyof typeof formats;
  /** What of a row is written, in this order. */
  readonly columns: readonly string[];
  /** Bytes that one file may have. */
  readonly limit: number;
  /** What the files are named after, in any script. */
  readonly name: string;
}

export interface ExportFile extends Part {
  readonly name: string;
  readonly contentType: string;
}

/**
 * Rows as files, each whole in itself: a CSV has its header, and no row is cut in two. Several are numbered
 * from 1; no rows make one file without any. Takes one page at a time, and holds one file at most.
 * @throws {RowTooLarge} at a row that does not fit into a file by itself, after the files before it.
 */
export async function* exportFiles(
  pages: AsyncIterable<readonly Row[]>,
  { format, columns, limit, name }: ExportOptions,
): AsyncGenerator<ExportFile> {
  const { contentType, writing } = formats[format];
  const stem = stemOf(name);
  let number = 1;
  for await (const part of partsOf(pages, writing(columns), limit)) {
    const isOnly = part.last && number === 1;
    yield { ...part, name: `${stem}${isOnly ? '' : `-${number++}`}.${format}`, contentType };
  }
}
