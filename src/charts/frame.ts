import type { LegendComponentOption } from 'echarts/components';
import type { BandLabels } from './chart.js';
import { NothingToDraw } from './errors.js';
import { family, widthOf } from './fonts.js';
import { colours, margin, width } from './look.js';
import { readable } from './readable.js';
import type { Drawing } from './svg.js';
import { versionTicks } from './ticks.js';

/** What a series is called in the legend. */
export interface Legend {
  name: string;
  label: string;
  icon?: string;
}

/** Between the left margin and the right one. */
const room = width - 2 * margin;
const rowHeight = 38;
const iconWidth = 26;
/** Between an icon and its word; echarts adds 5 to the padding. */
const iconGap = 9;
const itemGap = 22;
const label = { color: colours.muted, fontFamily: family, fontSize: 26 };

/**
 * What every chart has: the card, the title, the legend and the axis of versions. They stand evenly spaced: by time
 * the weeks between two evenings would leave no room for the evenings.
 * @param legend row by row; an empty row takes no room.
 * @throws {NothingToDraw} when there are no points.
 */
export function frame(
  labels: BandLabels,
  points: readonly { version: number }[],
  legend: readonly (readonly Legend[])[],
): Drawing {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new NothingToDraw();
  const ticks = versionTicks(first.version, last.version);
  const title = readable(labels.title, readable(labels.untitled));
  const rows = legend.filter((row) => row.length > 0);
  return {
    animation: false,
    backgroundColor: colours.card,
    textStyle: { fontFamily: family },
    title: {
      text: title,
      left: margin,
      top: 18,
      padding: 0,
      textStyle: { color: colours.text, fontWeight: 'normal', fontSize: Math.min(34, room / widthOf(title)) },
    },
    legend: rows.map((row, index) => legendRow(row, 66 + index * rowHeight)),
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
      name: readable(labels.version),
      nameLocation: 'middle',
      nameTextStyle: label,
      axisLabel: {
        ...label,
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

/** One row of the legend, smaller where its words are long. */
function legendRow(row: readonly Legend[], top: number): LegendComponentOption {
  const names = new Map(row.map(({ name, label }) => [name, readable(label)]));
  const icons = row.length * (iconWidth + iconGap + itemGap);
  const words = widthOf([...names.values()].join(''));
  return {
    data: row.map(({ name, icon }) => ({ name, ...(icon !== undefined && { icon }) })),
    formatter: (name: string) => names.get(name) ?? name,
    selectedMode: false,
    left: margin,
    top,
    padding: 0,
    itemWidth: iconWidth,
    itemHeight: 20,
    itemGap,
    textStyle: {
      ...label,
      color: colours.text,
      padding: [0, 0, 0, 4],
      fontSize: Math.min(26, (room - icons) / words),
    },
  };
}

/** How the axis of heights looks; what they stand for is up to the chart. */
export const heights = {
  axisLabel: label,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: true, lineStyle: { color: colours.grid } },
};
