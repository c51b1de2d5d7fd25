import type { ScatterSeriesOption } from 'echarts/charts';
import type { BandLabels, Mark } from './chart.js';
import type { LegendEntry } from './legend.js';
import { colours } from './look.js';

/** Told apart by shape as well as by colour. The gravest comes last, and is drawn on top. */
const shapes: Record<Mark, string> = {
  woke: 'path://M5 0L10 9H0Z',
  down: 'path://M0 0H10L5 9Z',
  dead: 'path://M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z',
};
const kinds: readonly Mark[] = ['woke', 'down', 'dead'];

/** The marks of the points, each standing at the height given for its point; and their legend. Only kinds that occur. */
export function marks<P extends { version: number; mark?: Mark }>(
  points: readonly P[],
  heightOf: (point: P) => number,
  labels: BandLabels,
): { series: ScatterSeriesOption[]; legend: LegendEntry[] } {
  const marked = points.filter(({ mark }) => mark !== undefined);
  const found = kinds.filter((kind) => marked.some(({ mark }) => mark === kind));
  // many are smaller, so that they can still be told apart
  const size = Math.max(10, Math.min(26, 1600 / marked.length));
  return {
    legend: found.map((kind) => ({ name: kind, label: labels[kind] })),
    series: found.map((kind) => ({
      type: 'scatter',
      name: kind,
      symbol: shapes[kind],
      symbolSize: size,
      clip: false,
      silent: true,
      z: 5,
      itemStyle: { color: colours[kind], borderColor: colours.card, borderWidth: size / 13, opacity: 1 },
      data: marked.filter(({ mark }) => mark === kind).map((point) => [point.version, heightOf(point)]),
    })),
  };
}
