export type { BandLabels, BandPoint, ChartLabels, Mark, Point } from './chart.js';
export { closeCharts, drawBands, drawHitPoints } from './draw.js';
export { ChartError, NothingToDraw, NotDrawn } from './errors.js';
