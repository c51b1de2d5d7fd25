import type { ChartLabels, Point } from './chart.js';
import { faceOfWords, frame, heights } from './frame.js';
import { colours } from './look.js';
import { marks } from './marks.js';
import { lineWidth, stepLine } from './step-line.js';
import { renderSvg } from './svg.js';
import { thin } from './thin.js';

/** As the line is drawn. */
const dashes = 'path://M0 0H11V3H0ZM15 0H26V3H15Z';

const current = (point: Point) => point.current;
const withTemporary = (point: Point) => point.current + point.temporary;
const maximum = (point: Point) => point.maximum;

/**
 * Hit points over the versions, as SVG: a filled step line, temporary ones on top of it, and the maximum.
 * @throws {NothingToDraw} when there are no points.
 */
export function hitPointsSvg(points: readonly Point[], labels: ChartLabels): string {
  const face = faceOfWords(labels);
  const shown = thin(points, [current, withTemporary, maximum]);
  const marked = marks(shown, current, labels);
  const lines = [
    { name: 'hitPoints', label: labels.hitPoints, icon: 'roundRect' },
    { name: 'maximum', label: labels.maximum, icon: dashes },
    ...(shown.some(({ temporary }) => temporary > 0)
      ? [{ name: 'temporary', label: labels.temporary, icon: 'roundRect' }]
      : []),
  ];
  return renderSvg({
    ...frame(labels, face, points, [lines, marked.legend]),
    yAxis: { type: 'value', min: 0, minInterval: 1, splitNumber: 4, ...heights(face) },
    series: [
      // the fill of the next hides all of this one but what is temporary
      {
        ...stepLine(shown, withTemporary),
        name: 'temporary',
        itemStyle: { color: colours.temporary },
        lineStyle: { width: 0 },
        areaStyle: { color: colours.temporary, opacity: 1 },
        z: 2,
      },
      {
        ...stepLine(shown, current),
        name: 'hitPoints',
        itemStyle: { color: colours.hitPoints },
        lineStyle: { color: colours.hitPoints, width: lineWidth(shown.length) },
        areaStyle: { color: colours.hitPointsFill, opacity: 1 },
        z: 3,
      },
      {
        ...stepLine(shown, maximum),
        name: 'maximum',
        itemStyle: { color: colours.maximum },
        lineStyle: { color: colours.maximum, width: 3, type: 'dashed' },
        z: 4,
      },
      ...marked.series,
    ],
  });
}
