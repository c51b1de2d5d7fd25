import type { Component, ParsedComponents } from 'chrono-node';

interface Shift {
  readonly years?: number;
  readonly days?: number;
}

/** Chrono's tags for words that say a time of day without a number, as `this morning` does. */
const timeOfDay = /morning|noon|evening|tonight|midnight/;

/**
 * The last moment that these parts of a date can mean, up to now.
 * @param isOpen whether the day before can be meant too, or the week or the year, as far as the parts leave it open.
 */
export function lastMoment(parts: ParsedComponents, now: Date, isOpen: boolean): Date | undefined {
  const shifts = isOpen ? shiftsOf(parts) : [{}];
  return shifts.map((shift) => dateOf(parts, shift)).find((date) => date <= now);
}

/** Latest first. */
function shiftsOf(parts: ParsedComponents): readonly Shift[] {
  if (parts.isCertain('year')) return [{}];
  if (parts.isCertain('month')) return [{}, { years: -1 }];
  if (parts.isCertain('weekday')) return [{}, { days: -7 }];
  // in another time zone it may be tomorrow already, or yesterday still
  return [{ days: 1 }, {}, { days: -1 }, { days: -2 }];
}

/** Not chrono's own date(): that fills up what was not said with the time of now, and its offset from UTC. */
function dateOf(parts: ParsedComponents, { years = 0, days = 0 }: Shift): Date {
  const said = (component: Component) => (parts.isCertain(component) ? parts.get(component) : null) ?? 0;
  const meant = (component: Component) => parts.get(component) ?? 0;
  const hasTime = parts.isCertain('hour') || Array.from(parts.tags()).some((tag) => timeOfDay.test(tag));
  const moment = [
    meant('year') + years,
    meant('month') - 1,
    meant('day') + days,
    hasTime ? meant('hour') : 0,
    said('minute'),
    said('second'),
    said('millisecond'),
  ] as const;
  if (!parts.isCertain('timezoneOffset')) return new Date(...moment);
  return new Date(Date.UTC(...moment) - said('timezoneOffset') * 60_000);
}
