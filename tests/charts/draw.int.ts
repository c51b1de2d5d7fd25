import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { closeCharts, drawBands, drawHitPoints, NotDrawn, NothingToDraw } from '../../src/charts/index.js';
import type { BandPoint } from '../../src/charts/index.js';
import { labels } from './labels.js';

afterAll(closeCharts);

const points = [20, 7, 0, 12].map((current, index) => ({
  version: index + 1,
  current,
  temporary: 3,
  maximum: 20,
}));
const inBands = points.map(({ version }) => ({ version, band: version % 2 }));

/** What a PNG says of itself: its signature, and its size in the first chunk. */
function header(png: Uint8Array): { signature: string; width: number; height: number } {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { signature: bytes.toString('latin1', 0, 8), width, height };
}
const expected = { signature: '\x89PNG\r\n\x1a\n', width: 1600, height: 1000 };

test('charts are PNGs, the same for the same points, each its own when asked for at once', async () => {
  const [one, again, other, bands] = await Promise.all([
    drawHitPoints(points, labels),
    drawHitPoints(points, labels),
    drawHitPoints(points, { ...labels, title: '소린' }),
    drawBands(inBands, ['Down', 'Up'], labels),
  ]);
  for (const png of [one, again, other, bands]) expect(header(png)).toEqual(expected);
  expect(Buffer.compare(one, again)).toBe(0);
  expect(new Set([one, other, bands].map((png) => Buffer.from(png).toString('base64'))).size).toBe(3);
});

test('no points are refused', async () => {
  await expect(drawHitPoints([], labels)).rejects.toThrow(NothingToDraw);
});

test('a drawing that fails is told with its cause, and the next one is drawn', async () => {
  const failing = drawBands(new Array<BandPoint>(1), ['Down', 'Up'], labels);
  await expect(failing).rejects.toThrow(NotDrawn);
  await expect(failing).rejects.toHaveProperty('cause.message', 'a chart needs at least one point');
  expect(header(await drawHitPoints(points, labels))).toEqual(expected);
});

test('closing refuses what is not drawn yet, and the next chart begins anew', async () => {
  const waiting = drawHitPoints(points, labels);
  const refused = expect(waiting).rejects.toThrow(NotDrawn);
  await closeCharts();
  await refused;
  expect(header(await drawHitPoints(points, labels))).toEqual(expected);
});

test('a process that has drawn ends by itself', async () => {
  const room = new URL('../../src/charts/index.js', import.meta.url).href;
  const drawing = `import(${JSON.stringify(room)})
    .then(({ drawBands }) => drawBands(...${JSON.stringify([inBands, ['Down', 'Up'], labels])}))
    .then((png) => console.log(png.length > 1000))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', drawing]);
  expect(stdout).toBe('true\n');
});
