import { parentPort } from 'node:worker_threads';
import { bandsSvg } from './bands.js';
import type { Chart } from './chart.js';
import { hitPointsSvg } from './hit-points.js';
import { renderPng } from './png.js';

/** What the thread says to each chart, in the order they came. */
export type Answer = { png: Uint8Array } | { error: unknown };

function answer(chart: Chart): Answer {
  try {
    return { png: renderPng(svgOf(chart)) };
  } catch (error) {
    return { error };
  }
}

function svgOf(chart: Chart): string {
  return chart.kind === 'bands'
    ? bandsSvg(chart.points, chart.bands, chart.labels)
    : hitPointsSvg(chart.points, chart.labels);
}

parentPort?.on('message', (chart: Chart) => parentPort?.postMessage(answer(chart)));
