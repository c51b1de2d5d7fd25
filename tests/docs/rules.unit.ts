import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './root.js';
import { testNames } from './test-names.js';

/** All that the rules are about. */
const topics = [
  'order of damage',
  'flat adjustments',
  'rounding',
  'temporary hit points',
  'bounds of hit points',
  'dropping to 0',
  'massive damage',
  'damage at 0',
  'death saves',
  'stabilising',
  'healing',
  'revival',
  'hit points set by hand',
  'maximum',
  'concentration',
  'short rest',
  'long rest',
  'knocking out',
  'bloodied and other bands',
  'defenses and other traits',
  'editions',
  'replay',
  'amounts as dice',
  'bounds of amounts',
  'amendments',
  'notes and names',
];

const docs = join(root, 'docs');
const rows = readFileSync(join(docs, 'rules.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.slice(2, -2).split(' | '));

/** The proofs in a cell: `[file](path): ` and the names of tests in it, as code. */
function proofsIn(cell: string): { path: string; name: string }[] {
  return cell.split(/(?=\[[^\]]+\]\()/).flatMap((text) => {
    const path = /^\[[^\]]+\]\(([^)]+)\)/.exec(text)?.[1] ?? '';
    return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ path: join(docs, path), name }));
  });
}

test('every topic of the rules has its row, and no other has', () => {
  expect(rows.map(([topic]) => topic).sort()).toEqual([...topics].sort());
});

test.each(rows)('what is said of %s is proven by tests that are there', (_, rule, difference, cell = '') => {
  expect(rule).not.toBe('');
  expect(difference).not.toBe('');
  const proofs = proofsIn(cell);
  expect(proofs).not.toEqual([]);
  for (const { path, name } of proofs) expect(testNames(path)).toContain(name);
});
