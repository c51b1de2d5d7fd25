import type { TitleComponentOption } from 'echarts/components';
import type { BandLabels } from './chart.js';
import { NothingToDraw } from './errors.js';
import { typefaceFor } from './fonts.js';
import { legendRow, rowHeight } from './legend.js';
import type { LegendEntry } from './legend.js';
import { axisText, colours, margin, room } from './look.js';
import type { Drawing } from './svg.js';
import { versionTicks } from './ticks.js';
import type { Typeface } from './typeface.js';

/** What writes all but the title: one font, so that the words look alike. */
export function faceOfWords(labels: BandLabels, others: readonly string[] = []): Typeface {
  return typefaceFor([...Object.values({ ...labels, title: '', untitled: '' }), ...others].join(''));
}

/**
 * What every chart has: the card, the title, the legend and the axis of versions. They stand evenly spaced: by time
 * the weeks between two evenings would leave no room for the evenings.
 * @param legend row by row; an empty row takes no room.
 * @throws {NothingToDraw} when there are no points.
 */
export function frame(
  labels: BandLabels,
  face: Typeface,
  points: readonly { version: number }[],
  legend: readonly (readonly LegendEntry[])[],
): Drawing {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new NothingToDraw();
  const ticks = versionTicks(first.version, last.version);
  const rows = legend.filter((row) => row.length > 0);
  return {
    animation: false,
    backgroundColor: colours.card,
    title: title(labels),
    legend: rows.map((row, index) => legendRow(row, face, 66 + index * rowHeight)),
    grid: {
      left: margin,
      right: margin,
      top: 76 + rows.length * rowHeight,
      bottom: 12,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'value',
      min: first.version,
      // the last version has as much room as any
      max: last.version + 1,
      name: face.readable(labels.version),
      nameLocation: 'middle',
      nameTextStyle: axisText(face),
      axisLabel: {
        ...axisText(face),
        customValues: ticks,
        hideOverlap: true,
        formatter: (version: number) => `v${version}`,
      },
      axisTick: { show: true, customValues: ticks, lineStyle: { color: colours.muted } },
      axisLine: { lineStyle: { color: colours.muted } },
      splitLine: { show: false },
    },
  };
}

/** The title, in a font that can write it and in one row, however long it is. */
function title({ title, untitled }: BandLabels): TitleComponentOption {
  const named = typefaceFor(title).readable(title);
  const text = named === '' ? typefaceFor(untitled).readable(untitled) : named;
  const { family, widthOf } = typefaceFor(text);
  const fontSize = Math.min(34, room / widthOf(text));
  const textStyle = { color: colours.text, fontFamily: family, fontSize, fontWeight: 'normal' as const };
  return { text, left: margin, top: 18, padding: 0, textStyle };
}

/** How the axis of heights looks; what they stand for is up to the chart. */
export function heights(face: Typeface) {
  return {
    axisLabel: axisText(face),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: colours.grid } },
  };
}
