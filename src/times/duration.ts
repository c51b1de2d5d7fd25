/** The units of English and German, and how many milliseconds they have. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|sek|sekunden?)$/, 1000],
  [/^(?:m|mins?|minutes?|minuten)$/, 60_000],
  [/^(?:h|hrs?|hours?|std|stunden?)$/, 3_600_000],
  [/^(?:d|days?|t|tage?n?)$/, 86_400_000],
  [/^(?:w|wks?|weeks?|wochen?)$/, 604_800_000],
];
/** A number and a unit, and what may join them to the next. */
const part = /^(\d{1,6}(?:[.,]\d{1,3})?) ?([a-z]+)\.?(?: and | und |,? ?)/;

/**
 * How long `2h`, `90 min`, `1.5 hours` or `1 Std. 30 Min.` is, in milliseconds. White space is single spaces.
 * @returns undefined where the text is something else.
 */
export function durationOf(text: string): number | undefined {
  let total = 0;
  let rest = text.toLowerCase();
  do {
    const [all = '', number = '', unit = ''] = part.exec(rest) ?? [];
    const [, length] = units.find(([names]) => names.test(unit)) ?? [];
    if (length === undefined) return undefined;
    total += Number(number.replace(',', '.')) * length;
    rest = rest.slice(all.length);
  } while (rest !== '');
  return total;
}
