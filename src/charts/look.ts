import type { Typeface } from './typeface.js';

/** Of the card, in its own units. Discord shows it about 550 of its pixels wide, on a phone about 350. */
export const width = 800;
export const height = 500;
/** Between the card's left or right edge and what is on it. */
export const margin = 24;
/** Between the two margins. */
export const room = width - 2 * margin;

/** A dark card of its own looks the same, and right, on Discord's dark and light pages. */
export const colours = {
  card: '#232428',
  grid: '#3f4147',
  muted: '#b5bac1',
  text: '#f2f3f5',
  hitPoints: '#3ddc97',
  hitPointsFill: '#2c5a4a',
  temporary: '#5aa9ff',
  maximum: '#b5bac1',
  down: '#ffb02e',
  dead: '#ff5c61',
  woke: '#ffffff',
};

/** How what is written at the axes looks: so large that it can be read on a phone. */
export function axisText({ family }: Typeface) {
  return { color: colours.muted, fontFamily: family, fontSize: 26 };
}
