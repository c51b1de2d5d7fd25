import type { LegendComponentOption } from 'echarts/components';
import { colours, margin, room } from './look.js';
import type { Typeface } from './typeface.js';

/** What a series, by its name, is called. */
export interface LegendEntry {
  name: string;
  label: string;
  icon?: string;
}

/** What a row of the legend takes of the card's height. */
export const rowHeight = 38;
const iconWidth = 26;
/** Between an icon and its word: 5 are echarts' own. */
const iconGap = 5 + 4;
const itemGap = 22;

/** One row of the legend, smaller where its words are long. */
export function legendRow(row: readonly LegendEntry[], face: Typeface, top: number): LegendComponentOption {
  const words = new Map(row.map(({ name, label }) => [name, face.readable(label)]));
  const icons = row.length * (iconWidth + iconGap + itemGap);
  const fontSize = Math.min(26, (room - icons) / face.widthOf([...words.values()].join('')));
  return {
    data: row.map(({ name, icon }) => ({ name, ...(icon !== undefined && { icon }) })),
    formatter: (name: string) => words.get(name) ?? name,
    selectedMode: false,
    left: margin,
    top,
    padding: 0,
    itemWidth: iconWidth,
    itemHeight: 20,
    itemGap,
    textStyle: { color: colours.text, fontFamily: face.family, fontSize, padding: [0, 0, 0, iconGap - 5] },
  };
}
