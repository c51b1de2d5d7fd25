import { Artist } from './artist.js';
import type { BandLabels, BandPoint, Chart, ChartLabels, Point } from './chart.js';
import { NothingToDraw } from './errors.js';

/** Begins with the first chart, and anew with the first after it ended. */
let artist: Artist | undefined;

/**
 * Hit points over the versions, with the maximum, temporary hit points and the marks, as a PNG of 1600 × 1000 pixels.
 * It takes some tenths of a second, the first about one second.
 * @throws {NothingToDraw} when there are no points.
 * @throws {NotDrawn}
 */
export function drawHitPoints(points: readonly Point[], labels: ChartLabels): Promise<Uint8Array> {
  return draw({ kind: 'hit-points', points, labels });
}

/**
 * The same for a creature whose numbers are hidden: the band it was in, and no number of its own.
 * @param bands what the bands are called, from the lowest to the highest.
 * @throws {NothingToDraw} when there are no points.
 * @throws {NotDrawn}
 */
export function drawBands(
  points: readonly BandPoint[],
  bands: readonly string[],
  labels: BandLabels,
): Promise<Uint8Array> {
  return draw({ kind: 'bands', points, bands, labels });
}

/** Ends the thread that draws, if it was ever begun. Charts not drawn yet are refused with NotDrawn. */
export async function closeCharts(): Promise<void> {
  await artist?.close();
}

async function draw(chart: Chart): Promise<Uint8Array> {
  if (chart.points.length === 0) throw new NothingToDraw();
  artist ??= new Artist((ended) => {
    if (artist === ended) artist = undefined;
  });
  return artist.draw(chart);
}
