import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cell } from '../../src/exports/cell.js';
import { exportFiles } from '../../src/exports/index.js';
import type { Row } from '../../src/exports/index.js';
import { collect, pagesOf, readCsv, textOf } from './reading.js';

const columns = ['version', 'character', 'change', 'note', 'details'];
const entry = { version: 2, character: 'Thorin', change: -7, note: 'goblin', details: { type: 'fire' } };

async function csvOf(...rows: Row[]): Promise<string> {
  const [file, ...others] = await collect(
    exportFiles(pagesOf(rows), { format: 'csv', columns, limit: 100_000, name: 'Thorin' }),
  );
  expect(others).toEqual([]);
  expect(file).toMatchObject({ contentType: 'text/csv; charset=utf-8', rows: rows.length, last: true });
  return file === undefined ? '' : textOf(file);
}

test('a CSV file has a byte order mark, a header and lines that end as RFC 4180 wants them to', async () => {
  await expect(csvOf(entry)).resolves.toBe(
    '\ufeffversion,character,change,note,details\r\n2,Thorin,-7,goblin,"{""type"":""fire""}"\r\n',
  );
});

test('what is undefined is an empty cell, and so is what is not there', async () => {
  await expect(csvOf({ version: 1, note: undefined })).resolves.toMatch(/\r\n1,,,,\r\n$/);
});

test('the header alone is there where no row is', async () => {
  await expect(csvOf()).resolves.toBe('\ufeffversion,character,change,note,details\r\n');
});

describe('a cell', () => {
  test.each([
    ['a number, whatever its sign', -7, '-7'],
    ['text', 'a goblin, "Snag"', 'a goblin, "Snag"'],
    ['an object', { parts: [{ amount: 7, type: 'fire' }] }, '{"parts":[{"amount":7,"type":"fire"}]}'],
    ['text of any script', '鋼の🐉 Þórínn', '鋼の🐉 Þórínn'],
    ['a hyphen within', 'half-orc 1 - 2', 'half-orc 1 - 2'],
  ])('shows %s as it is', (_, value, shown) => {
    expect(cell(value)).toBe(shown);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['\t=1', "' =1"],
    ['\r=1', "' =1"],
    ['  =1', "'  =1"],
    ['\u00a0\u3000=1', "'\u00a0\u3000=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\0=1', "'=1"],
    ['"=1"', `'"=1"`],
    ['oops;=1', "oops;'=1"],
    ['oops; -1', "oops;' -1"],
    ['oops;"=1"', `oops;'"=1"`],
  ])('runs no formula: %j', (typed, shown) => {
    expect(cell(typed)).toBe(shown);
  });

  test('runs no formula out of the middle of an object, which stays JSON', () => {
    expect(cell({ note: 'oops;=1' })).toBe(`{"note":"oops;'=1"}`);
  });

  test.each([
    ['a line break', 'one\r\ntwo\nthree\u2028four', 'one two three four'],
    ['a control character', 'be\u0007ll\0', 'bell'],
    ['half a character', 'x\ud83dy', 'x\ufffdy'],
  ])('is not broken by %s', (_, typed, shown) => {
    expect(cell(typed)).toBe(shown);
  });

  test('keeps all the digits of an id', () => {
    expect(cell('100000000000000001')).toBe("'100000000000000001");
    expect(cell('123456789012345')).toBe('123456789012345');
  });
});

const troublesome = fc
  .array(fc.constantFrom(...Array.from('=+-@＝;,"\'\t\r\n\0\u2028\ud83d🐉aß 1{')), { maxLength: 12 })
  .map((units) => units.join(''));
const value = fc.oneof(
  troublesome,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.dictionary(troublesome, troublesome, { maxKeys: 2 }),
  fc.constant(undefined),
);

test('what is written is what a reader finds, and no cell begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(value, value, value, value, value), { maxLength: 5 }),
      async (values) => {
        const rows = values.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
        const text = await csvOf(...rows);
        const records = readCsv(text.slice(1));
        expect(records).toEqual([columns, ...values.map((row) => row.map(cell))]);
        expect(text).not.toMatch(/[^\P{Cc}\r\n]|[^\r]\n|\r[^\n]/u);
        values.flat().forEach((value, at) => {
          const shown = records.slice(1).flat()[at] ?? '';
          if (typeof value === 'number') expect(shown).toBe(String(value));
          else
            for (const part of shown.split(';'))
              expect(part.replace(/[\s"\u200b]/g, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        });
      },
    ),
  );
});
