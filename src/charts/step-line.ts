import type { LineSeriesOption } from 'echarts/charts';

/** A line that holds each point's height until the next one's version. The last holds for one version's width. */
export function stepLine<P extends { version: number }>(
  points: readonly P[],
  heightOf: (point: P) => number,
): LineSeriesOption {
  const data = points.map((point) => [point.version, heightOf(point)]);
  const end = points.slice(-1).map((point) => [point.version + 1, heightOf(point)]);
  return { type: 'line', step: 'end', symbol: 'none', silent: true, data: [...data, ...end] };
}

/** Thinner where many points stand close, so that the fill between them can be seen. */
export function lineWidth(points: number): number {
  return Math.max(1, Math.min(4, 400 / points));
}
