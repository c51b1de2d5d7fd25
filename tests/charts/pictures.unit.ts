import { expect, test } from '@jest/globals';
import { bandsSvg } from '../../src/charts/bands.js';
import type { Mark, Point } from '../../src/charts/chart.js';
import { NothingToDraw } from '../../src/charts/errors.js';
import { hitPointsSvg } from '../../src/charts/hit-points.js';
import { colours } from '../../src/charts/look.js';
import { labels } from './labels.js';

/** An evening in a few numbers: current, maximum, temporary, mark. */
function evening(...entries: [current: number, maximum: number, temporary?: number, mark?: Mark][]): Point[] {
  return entries.map(([current, maximum, temporary = 0, mark], index) => ({
    version: index + 1,
    current,
    maximum,
    temporary,
    ...(mark && { mark }),
  }));
}

/** What can be read on the picture. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
}

/** The corners of the line of that colour, as [x, y]. */
function line(svg: string, colour: string): [number, number][] {
  const path = new RegExp(`<path d="([ML\\d. -]+)" fill="none"[^>]*stroke="${colour}" stroke-width`).exec(
    svg,
  )?.[1];
  return (path ?? '')
    .split(/[ML]/)
    .slice(1)
    .map((corner) => {
      const [x = NaN, y = NaN] = corner.split(' ').map(Number);
      return [x, y];
    });
}

/** The heights of the line's level parts, from 0 at its lowest to 1 at its highest. */
function levels(svg: string, colour: string): number[] {
  const corners = line(svg, colour);
  const heights = corners.filter(([, y], index) => y === corners[index + 1]?.[1]).map(([, y]) => y);
  const [low, high] = [Math.max(...heights), Math.min(...heights)];
  return heights.map((y) => Math.round(((low - y) / (low - high || 1)) * 100) / 100);
}

function symbols(svg: string, mark: Mark): number {
  const symbol = new RegExp(`<path [^>]*fill="${colours[mark]}"[^>]*ecmeta_ssr_type="chart"`, 'g');
  return [...svg.matchAll(symbol)].length;
}

test('a step for each entry, as wide as every other', () => {
  const svg = hitPointsSvg(evening([20, 20], [10, 20], [15, 20], [0, 20, 0, 'down']), labels);
  expect(levels(svg, colours.hitPoints)).toEqual([1, 0.5, 0.75, 0]);
  const [start = 0, ...falls] = [...new Set(line(svg, colours.hitPoints).map(([x]) => x))];
  const width = (falls[0] ?? 0) - start;
  expect(falls.map((x) => Math.round(((x - start) / width) * 100) / 100)).toEqual([1, 2, 3, 4]);
});

test('the maximum follows a level, a drain and its end', () => {
  const svg = hitPointsSvg(evening([20, 20], [20, 30], [20, 25], [20, 30]), labels);
  expect(levels(svg, colours.maximum)).toEqual([0, 1, 0.5, 1]);
});

test('temporary hit points stand on top of the others, and are in the legend only where there are some', () => {
  const some = hitPointsSvg(evening([20, 20, 0], [20, 20, 10], [20, 20, 5]), labels);
  expect(levels(some, colours.temporary)).toEqual([0, 1, 0.5]);
  expect(texts(some)).toContain('Temporary');
  expect(texts(hitPointsSvg(evening([20, 20]), labels))).not.toContain('Temporary');
});

test('each mark has its shape, and its word only where it occurs', () => {
  const svg = hitPointsSvg(
    evening([9, 20], [0, 20, 0, 'down'], [5, 20, 0, 'woke'], [0, 20, 0, 'down'], [0, 20, 0, 'dead']),
    labels,
  );
  expect(texts(svg)).toEqual(expect.arrayContaining(['Down', 'Woke', 'Dead', 'v1', 'v5']));
  expect((['down', 'woke', 'dead'] as const).map((mark) => symbols(svg, mark))).toEqual([2, 1, 1]);
  expect(texts(hitPointsSvg(evening([9, 20]), labels))).not.toContain('Dead');
});

test('five thousand entries are drawn with a fraction of the corners, and every fall', () => {
  const many = Array.from({ length: 5000 }, (_, index): Point => {
    const current = index % 500 === 499 ? 0 : 10 + (index % 21);
    return { version: index + 1, current, maximum: 40, temporary: 0, ...(current === 0 && { mark: 'down' }) };
  });
  const svg = hitPointsSvg(many, labels);
  expect(line(svg, colours.hitPoints).length).toBeLessThan(4000);
  expect(symbols(svg, 'down')).toBe(10);
  expect(texts(svg)).toEqual(expect.arrayContaining(['v1', 'v2000', 'v5000']));
});

test.each([
  ['one entry', evening([7, 20])],
  ['a flat line', evening([20, 20], [20, 20], [20, 20])],
  ['one who was dead all along', evening([0, 20], [0, 20])],
  ['a maximum of nothing', evening([0, 0])],
])('%s is a picture too', (_, points) => {
  const svg = hitPointsSvg(points, labels);
  expect(new Set(levels(svg, colours.hitPoints))).toEqual(new Set([0]));
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('no points are no picture', () => {
  expect(() => hitPointsSvg([], labels)).toThrow(NothingToDraw);
  expect(() => bandsSvg([], ['Dead', 'Healthy'], labels)).toThrow(NothingToDraw);
});

test('a long title is set smaller, a name that can’t be written is replaced, markup is a text like any other', () => {
  const titled = (title: string) => hitPointsSvg(evening([1, 1]), { ...labels, title });
  expect(titled('Lia')).toMatch(/font-size:34px;[^>]*>Lia</);
  expect(titled('W'.repeat(32))).toMatch(/font-size:2\d\.\d+px;[^>]*>W{32}</);
  expect(titled('𒀀🐉')).toMatch(/font-size:34px;[^>]*>Character</);
  expect(titled('<b>&')).toContain('>&lt;b&gt;&amp;<');
});

test('the bands are named from the lowest to the highest, and each step is at its version', () => {
  const bands = ['Dead', 'Critical', 'Bloodied', 'Injured', 'Healthy'];
  const points = [4, 3, 1, 2, 0].map((band, index) => ({ version: index + 1, band }));
  const svg = bandsSvg([...points, { version: 6, band: 0, mark: 'dead' }], bands, labels);
  expect(texts(svg)).toEqual(expect.arrayContaining([...bands, 'Thorin', 'Version', 'v1', 'v6']));
  expect(levels(svg, colours.hitPoints)).toEqual([1, 0.75, 0.25, 0.5, 0, 0]);
  expect(symbols(svg, 'dead')).toBe(1);
});

test('on a chart of bands the only numbers are versions', () => {
  const points = Array.from({ length: 40 }, (_, index) => ({ version: index + 1, band: index % 3 }));
  const numbers = texts(bandsSvg(points, ['Down', 'Injured', 'Healthy'], labels)).filter((text) =>
    /\d/.test(text),
  );
  expect(numbers).toEqual(['v1', 'v10', 'v20', 'v30', 'v40']);
});
