import { LineChart, ScatterChart } from 'echarts/charts';
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { widthOf } from './fonts.js';
import { height, width } from './look.js';

export type Drawing = ComposeOption<
  GridComponentOption | LegendComponentOption | LineSeriesOption | ScatterSeriesOption | TitleComponentOption
>;

use([GridComponent, LegendComponent, LineChart, ScatterChart, SVGRenderer, TitleComponent]);
// there is no browser to ask how wide a text is: it would guess, and by the Latin alphabet
setPlatformAPI({
  measureText: (text, font = '') => ({
    width: widthOf(text) * Number.parseFloat(/[\d.]+px/.exec(font)?.[0] ?? '12'),
  }),
});

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
