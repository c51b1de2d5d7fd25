import type { BandLabels, BandPoint } from './chart.js';
import { frame, heights } from './frame.js';
import { colours } from './look.js';
import { marks } from './marks.js';
import { readable } from './readable.js';
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
  const shown = thin(points, [band]);
  const marked = marks(shown, band, labels);
  return renderSvg({
    ...frame(labels, points, [marked.legend]),
    yAxis: { type: 'category', boundaryGap: false, data: bands.map((name) => readable(name)), ...heights },
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
