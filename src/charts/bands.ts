import type { BandLabels, BandPoint } from './chart.js';
import { faceOfWords, frame, heights } from './frame.js';
import { colours } from './look.js';
import { marks } from './marks.js';
import { lineWidth, stepLine } from './step-line.js';
import { renderSvg } from './svg.js';
import { thin } from './thin.js';

const band = (point: BandPoint) => point.band;

/**
 * For a creature whose numbers are hidden, as SVG: the band it was in over the versions, and no number of its own.
 * @param bands what the bands are called, from the lowest to the highest.
 * @throws {NothingToDraw} when there are no points.
 */
export function bandsSvg(points: readonly BandPoint[], bands: readonly string[], labels: BandLabels): string {
  const face = faceOfWords(labels, bands);
  const shown = thin(points, [band]);
  const marked = marks(shown, band, labels);
  const names = bands.map(face.readable);
  const axis = heights(face);
  return renderSvg({
    ...frame(labels, face, points, [marked.legend]),
    // of values, not of categories: along categories echarts would draw each step one version too early
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, bands.length - 1),
      interval: 1,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (height: number) => names[height] ?? '' },
    },
    series: [
      {
        ...stepLine(shown, band),
        lineStyle: { color: colours.hitPoints, width: lineWidth(shown.length) },
        areaStyle: { color: colours.hitPointsFill, opacity: 1 },
      },
      ...marked.series,
    ],
  });
}
