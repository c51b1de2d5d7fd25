/** Of the card, in its own units. Discord shows it at most 550 of its pixels wide, on a phone about 350. */
export const width = 800;
export const height = 500;

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

/** Between the card's edge and what is on it. */
export const margin = 24;
