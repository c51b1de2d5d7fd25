import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exportFiles, RowTooLarge } from '../../src/exports/index.js';
import type { ExportOptions, Row } from '../../src/exports/index.js';
import { collect, pagesOf, textOf } from './reading.js';

const head = '\ufeffversion,note\r\n';
const rowsOf = (...notes: string[]): Row[] => notes.map((note, index) => ({ version: index + 1, note }));
const filesOf = (rows: Row[], format: ExportOptions['format'], limit: number, pageSize?: number) =>
  collect(
    exportFiles(pagesOf(rows, pageSize), { format, columns: ['version', 'note'], limit, name: 'Thorin' }),
  );

test('one file has no number', async () => {
  const files = await filesOf(rowsOf('a', 'b', 'c'), 'csv', 100);
  expect(files).toEqual([expect.objectContaining({ name: 'thorin.csv', rows: 3, last: true })]);
});

test('several are numbered, and each is whole in itself', async () => {
  const files = await filesOf(rowsOf('a', 'b', 'c'), 'csv', 28);
  expect(files.map(textOf)).toEqual([`${head}1,a\r\n2,b\r\n`, `${head}3,c\r\n`]);
  expect(files.map(({ name, rows, last }) => [name, rows, last])).toEqual([
    ['thorin-1.csv', 2, false],
    ['thorin-2.csv', 1, true],
  ]);
});

test('a file is no larger than it may be, and as large as it can be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('csv' as const, 'jsonl' as const),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 30 }),
      fc.integer({ min: 200, max: 400 }),
      fc.integer({ min: 1, max: 7 }),
      async (format, notes, limit, pageSize) => {
        const begins = format === 'csv' ? head : '';
        const files = await filesOf(rowsOf(...notes), format, limit, pageSize);
        const texts = files.map(textOf);
        expect(texts.every((text) => text.startsWith(begins))).toBe(true);

        const lines = texts.map((text) => text.slice(begins.length).match(/[^\n]*\n/g) ?? []);
        expect(files.map(({ rows }) => rows)).toEqual(lines.map(({ length }) => length));
        expect(lines.flat()).toHaveLength(notes.length);
        const [whole] = await filesOf(rowsOf(...notes), format, 100_000);
        expect(begins + lines.flat().join('')).toBe(whole && textOf(whole));

        files.forEach(({ data, last }, at) => {
          expect(data.length).toBeLessThanOrEqual(limit);
          expect(last).toBe(at === files.length - 1);
          if (!last) expect(data.length + Buffer.byteLength(lines[at + 1]?.[0] ?? '')).toBeGreaterThan(limit);
        });
      },
    ),
    // what ends a line in JavaScript ends no row
    { examples: [['jsonl', ['\u2028', 'a\u2029b'], 200, 1]] },
  );
});

describe('a row that does not fit into a file by itself', () => {
  test('is named, after the files before it', async () => {
    const rows = pagesOf(rowsOf('a', 'x'.repeat(99)));
    const files = exportFiles(rows, {
      format: 'csv',
      columns: ['version', 'note'],
      limit: 40,
      name: 'Thorin',
    });
    await expect(files.next()).resolves.toMatchObject({ value: { name: 'thorin-1.csv', last: false } });
    await expect(files.next()).rejects.toThrow(new RowTooLarge(2, 40));
  });

  test('may be the first one, or the header', async () => {
    await expect(filesOf(rowsOf('a'), 'csv', 21)).rejects.toMatchObject({
      code: 'row-too-large',
      row: 1,
      limit: 21,
    });
    await expect(filesOf(rowsOf('a'), 'csv', 5)).rejects.toMatchObject({
      code: 'row-too-large',
      row: 0,
      limit: 5,
    });
  });
});
