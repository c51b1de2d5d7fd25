/** Discord's way to write a moment, `<t:1700000000:R>`. */
const stamp = /^<t:(-?\d{1,13})(?::[a-z])?>$/i;

/** The moment of Discord's `<t:…>`; undefined where the text is something else. */
export function stampOf(text: string): Date | undefined {
  const [, seconds] = stamp.exec(text) ?? [];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}
