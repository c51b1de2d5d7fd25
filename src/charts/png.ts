import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { typefaces } from './fonts.js';

const { resolve } = createRequire(import.meta.url);
await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** The picture, with twice as many pixels as the SVG has units, for screens that have them. */
export function renderPng(svg: string): Uint8Array {
  const fontBuffers = typefaces.filter(({ family }) => svg.includes(family)).map(({ file }) => file());
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font: { fontBuffers } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
