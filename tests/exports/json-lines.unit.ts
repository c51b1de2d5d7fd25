import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exportFiles } from '../../src/exports/index.js';
import type { Row } from '../../src/exports/index.js';
import { collect, pagesOf, textOf } from './reading.js';

const columns = ['version', 'note', 'details'];

async function jsonLinesOf(...rows: Row[]): Promise<string> {
  const [file] = await collect(
    exportFiles(pagesOf(rows), { format: 'jsonl', columns, limit: 100_000, name: 'Thorin' }),
  );
  expect(file).toMatchObject({ contentType: 'application/jsonl', rows: rows.length, last: true });
  return file === undefined ? '' : textOf(file);
}

test('an object a line, in the order of the columns, without what is undefined', async () => {
  const rows = [
    { details: { parts: [7] }, note: 'goblin', version: 1, other: 'unasked' },
    { version: 2, note: undefined },
  ];
  await expect(jsonLinesOf(...rows)).resolves.toBe(
    '{"version":1,"note":"goblin","details":{"parts":[7]}}\n{"version":2}\n',
  );
});

test('text is as it was typed, but for halves of characters', async () => {
  await expect(jsonLinesOf({ note: '=1+1\n"🐉"\ud83d', details: { by: ['\udc09'] } })).resolves.toBe(
    '{"note":"=1+1\\n\\"🐉\\"\ufffd","details":{"by":["\ufffd"]}}\n',
  );
});

test('what is written is what a reader finds', async () => {
  const row = fc.record(
    {
      version: fc.integer(),
      note: fc.string({ unit: 'grapheme' }),
      details: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
        noNullPrototype: true,
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const lines = (await jsonLinesOf(...rows)).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line): unknown => JSON.parse(line))).toEqual(rows);
    }),
  );
});
