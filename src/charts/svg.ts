import { LineChart, ScatterChart } from 'echarts/charts';
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { typefaces } from './fonts.js';
import { height, width } from './look.js';

export type Drawing = ComposeOption<
  GridComponentOption | LegendComponentOption | LineSeriesOption | ScatterSeriesOption | TitleComponentOption
>;

use([GridComponent, LegendComponent, LineChart, ScatterChart, SVGRenderer, TitleComponent]);
// there is no browser to ask how wide a text is, and by itself it would guess
setPlatformAPI({ measureText: (text, font = '') => ({ width: widthIn(font, text) }) });

/** @param font as in CSS, such as `26px DejaVu Sans`. */
function widthIn(font: string, text: string): number {
  const size = /([\d.]+)px/.exec(font)?.[1] ?? 0;
  const face = typefaces.find(({ family }) => font.includes(family));
  return Number(size) * (face?.widthOf(text) ?? text.length);
}

/** Draws without a browser. */
export function renderSvg(drawing: Drawing): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(drawing);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
