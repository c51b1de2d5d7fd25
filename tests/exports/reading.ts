import type { ExportFile, Row } from '../../src/exports/index.js';

/** The records of a CSV file, read as RFC 4180 says and no laxer. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, plain = '', end] =
      cell.exec(text) ?? fail(`no cell at ${at} of ${JSON.stringify(text)}`);
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') records.push([]);
  }
  if (records.pop()?.length !== 0) fail('the last record does not end');
  return records;
}

export function fail(message: string): never {
  throw new Error(message);
}

/** The text of a file; throws where it is no UTF-8. */
export function textOf({ data }: ExportFile): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
}

export async function* pagesOf(rows: readonly Row[], size = 10): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += size)
    yield await Promise.resolve(rows.slice(from, from + size));
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
