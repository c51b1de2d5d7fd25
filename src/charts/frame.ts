import type { BandLabels } from './chart.js';
import { NothingToDraw } from './errors.js';
import { family, widthOf } from './fonts.js';
import { colours, margin, sizes, width } from './look.js';
import { readable } from './readable.js';
import type { Drawing } from './svg.js';
import { versionTicks } from './ticks.js';

/** What a series is called in the legend. */
export interface Legend {
  name: string;
  label: string;
  icon?: string;
}

const label = { color: colours.muted, fontFamily: family, fontSize: sizes.label };

/**
 * What every chart has: the card, the title, the legend and the axis of versions. They stand evenly spaced: by time
 * the weeks between two evenings would leave no room for the evenings.
 * @throws {NothingToDraw} when there are no points.
 */
export function frame(
  labels: BandLabels,
  points: readonly { version: number }[],
  legend: readonly Legend[],
): Drawing {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new NothingToDraw();
  const ticks = versionTicks(first.version, last.version);
  const title = readable(labels.title, readable(labels.untitled));
  const fitting = (width - 2 * margin) / Math.max(1, widthOf(title));
  return {
    animation: false,
    backgroundColor: colours.card,
    textStyle: { fontFamily: family },
    title: {
      text: title,
      left: margin,
      top: margin - 6,
      padding: 0,
      textStyle: { color: colours.text, fontWeight: 'normal', fontSize: Math.min(sizes.title, fitting) },
    },
    legend: {
      data: legend.map(({ name, icon }) => ({ name, ...(icon !== undefined && { icon }) })),
      formatter: (name: string) => readable(legend.find((entry) => entry.name === name)?.label ?? name),
      selectedMode: false,
      left: margin,
      top: 66,
      padding: 0,
      itemWidth: 26,
      itemHeight: 20,
      itemGap: 22,
      textStyle: { ...label, color: colours.text },
    },
    grid: {
      left: margin,
      right: margin,
      top: legend.length > 0 ? 116 : 80,
      bottom: margin,
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
      axisLabel: { ...label, customValues: ticks, formatter: (version: number) => `v${version}` },
      axisTick: { show: true, customValues: ticks, lineStyle: { color: colours.muted } },
      axisLine: { lineStyle: { color: colours.muted } },
      splitLine: { show: false },
    },
  };
}

/** How the axis of heights looks; what they stand for is up to the chart. */
export const heights = {
  axisLabel: label,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: colours.grid } },
};
