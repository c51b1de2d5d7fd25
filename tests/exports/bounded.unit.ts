import { expect, test } from '@jest/globals';
import { exportFiles } from '../../src/exports/index.js';
import type { ExportOptions, Row } from '../../src/exports/index.js';
import { textOf } from './reading.js';

const total = 100_000;
const pageSize = 1000;
const limit = 1_000_000;
const row = (version: number): Row => ({
  version,
  at: '2026-11-23T18:00:00.000Z',
  change: -7,
  note: 'an arrow out of the dark',
  details: { parts: [{ amount: 7, type: 'piercing' }] },
});
const options = (format: ExportOptions['format']): ExportOptions => ({
  format,
  columns: Object.keys(row(1)),
  limit,
  name: 'Thorin',
});

/** Pages of the whole trail, and how many of them were asked for. */
function trail() {
  const asked = { pages: 0, isClosed: false };
  async function* pages() {
    try {
      for (let from = 1; from <= total; from += pageSize) {
        asked.pages++;
        yield await Promise.resolve(Array.from({ length: pageSize }, (_, index) => row(from + index)));
      }
    } finally {
      asked.isClosed = true;
    }
  }
  return { asked, pages: pages() };
}

test.each(['csv', 'jsonl'] as const)(
  'a long trail as %s: one file and one page at a time',
  async (format) => {
    const { asked, pages } = trail();
    let out = 0;
    for await (const file of exportFiles(pages, options(format))) {
      const versions = Array.from(textOf(file).matchAll(/^(?:\{"version":)?(\d+),/gm), ([, version]) =>
        Number(version),
      );
      expect(versions).toEqual(Array.from({ length: file.rows }, (_, index) => out + index + 1));
      out += file.rows;
      // nothing was asked for beyond the page in which the file ends
      expect(asked.pages).toBe(Math.ceil((file.last ? out : out + 1) / pageSize));
      if (!file.last) expect(file.data.length).toBeGreaterThan(limit - 200);
    }
    expect(out).toBe(total);
  },
);

test('whoever wants no more files ends the reading of pages', async () => {
  const { asked, pages } = trail();
  for await (const { last } of exportFiles(pages, options('jsonl'))) {
    expect(last).toBe(false);
    break;
  }
  expect(asked.isClosed).toBe(true);
  expect(asked.pages).toBeLessThan(total / pageSize);
});
