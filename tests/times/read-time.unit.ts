import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTime } from '../../src/times/index.js';

/** A Monday evening, wherever the test runs. */
const now = new Date(2026, 10, 23, 18, 49, 12, 345);
const shown = (date: Date | undefined) =>
  date && `${date.toLocaleDateString('sv')} ${date.toLocaleTimeString('sv')}`;
const read = async (typed: string, language: 'en' | 'de') => shown(await readTime(typed, { now, language }));

/** Asserts what a text means, whichever language is tried first. */
async function means(typed: string, time: string | undefined): Promise<void> {
  expect([await read(typed, 'en'), await read(typed, 'de')]).toEqual([time, time]);
}

describe('a time of day is the last such one', () => {
  test.each([
    ['17:30', '2026-11-23 17:30:00'],
    ['19:30', '2026-11-22 19:30:00'],
    ['19:30:15', '2026-11-22 19:30:15'],
    ['at 8', '2026-11-23 08:00:00'],
    ['8pm', '2026-11-22 20:00:00'],
    ['7.30pm', '2026-11-22 19:30:00'],
    ['8 Uhr', '2026-11-23 08:00:00'],
    ['um 20 Uhr', '2026-11-22 20:00:00'],
    ['noon', '2026-11-23 12:00:00'],
    ['midnight', '2026-11-23 00:00:00'],
    ['Mitternacht', '2026-11-23 00:00:00'],
    ['evening', '2026-11-22 20:00:00'],
  ])('%s', means);
});

describe('a duration is so long ago', () => {
  test.each([
    ['20 minutes ago', '2026-11-23 18:29:12'],
    ['vor 20 Minuten', '2026-11-23 18:29:12'],
    ['2h', '2026-11-23 16:49:12'],
    ['90 min', '2026-11-23 17:19:12'],
    ['2 Std', '2026-11-23 16:49:12'],
    ['vor 1,5 Stunden', '2026-11-23 17:19:12'],
    ['1h30m', '2026-11-23 17:19:12'],
    ['1 Std. 30 Min.', '2026-11-23 17:19:12'],
    ['1 day, 2 hours and 5 minutes ago', '2026-11-22 16:44:12'],
    ['an hour ago', '2026-11-23 17:49:12'],
    ['vor einer Stunde', '2026-11-23 17:49:12'],
    ['last 2 hours', '2026-11-23 16:49:12'],
    ['30 Sek', '2026-11-23 18:48:42'],
    ['3d', '2026-11-20 18:49:12'],
    ['2 Wochen', '2026-11-09 18:49:12'],
    ['0 min', '2026-11-23 18:49:12'],
    ['now', '2026-11-23 18:49:12'],
    ['jetzt', '2026-11-23 18:49:12'],
  ])('%s', means);

  test('to the millisecond', async () => {
    await expect(readTime('2h', { now, language: 'en' })).resolves.toEqual(
      new Date(now.getTime() - 7_200_000),
    );
    await expect(readTime('just now', { now, language: 'en' })).resolves.toEqual(now);
  });
});

describe('a day is its beginning, a weekday the last such one, and a date the last one too', () => {
  test.each([
    ['today', '2026-11-23 00:00:00'],
    ['yesterday', '2026-11-22 00:00:00'],
    ['gestern', '2026-11-22 00:00:00'],
    ['vorgestern', '2026-11-21 00:00:00'],
    ['the day before yesterday', '2026-11-21 00:00:00'],
    ['Friday', '2026-11-20 00:00:00'],
    ['am Freitag', '2026-11-20 00:00:00'],
    ['Wednesday', '2026-11-18 00:00:00'],
    ['Mittwoch', '2026-11-18 00:00:00'],
    ['last Monday', '2026-11-16 00:00:00'],
    ['last week', '2026-11-16 00:00:00'],
    ['vor 1 Monat', '2026-10-23 00:00:00'],
    ['2026-11-22', '2026-11-22 00:00:00'],
    ['22.11.2026', '2026-11-22 00:00:00'],
    ['22.11.', '2026-11-22 00:00:00'],
    ['24.12.', '2025-12-24 00:00:00'],
    ['24 December', '2025-12-24 00:00:00'],
    ['22. November', '2026-11-22 00:00:00'],
    ['3.11.2026', '2026-11-03 00:00:00'],
  ])('%s', means);

  test('which of two numbers is the day is a matter of language', async () => {
    await expect(read('6/7/2026', 'en')).resolves.toBe('2026-06-07 00:00:00');
    await expect(read('6/7/2026', 'de')).resolves.toBe('2026-07-06 00:00:00');
  });
});

describe('a day and a time of day', () => {
  test.each([
    ['yesterday 19:30', '2026-11-22 19:30:00'],
    ['gestern um 19:30 Uhr', '2026-11-22 19:30:00'],
    ['gestern Abend', '2026-11-22 18:00:00'],
    ['this morning', '2026-11-23 06:00:00'],
    ['heute 8:00', '2026-11-23 08:00:00'],
    ['Wednesday 20:00', '2026-11-18 20:00:00'],
    ['Freitag 20 Uhr', '2026-11-20 20:00:00'],
    ['3 days ago at 19:30', '2026-11-20 19:30:00'],
    ['am 22.11. um 19:30', '2026-11-22 19:30:00'],
    ['2026-11-23 17:30', '2026-11-23 17:30:00'],
  ])('%s', means);
});

test.each([
  ['2026-11-22T17:30:00Z', '2026-11-22T17:30:00.000Z'],
  ['2026-11-22T17:30:00.123+02:00', '2026-11-22T15:30:00.123Z'],
  ['2026-11-22 17:30 UTC', '2026-11-22T17:30:00.000Z'],
  ['<t:1700000000:f>', '2023-11-14T22:13:20.000Z'],
  ['<t:1700000000>', '2023-11-14T22:13:20.000Z'],
])('%s is the same moment everywhere', async (typed, moment) => {
  await expect(readTime(typed, { now, language: 'de' })).resolves.toEqual(new Date(moment));
});

test.each([
  [' \t 17:30 \n', '2026-11-23 17:30:00'],
  ['since 17:30', '2026-11-23 17:30:00'],
  ['seit gestern', '2026-11-22 00:00:00'],
  ['about 20   minutes ago.', '2026-11-23 18:29:12'],
  ['ca. 2 Std.', '2026-11-23 16:49:12'],
])('what stands around a time changes nothing: %j', means);

test.each([
  '19:30 foo',
  'foo 17:30',
  '17:30-18:00',
  '2h ago at 5',
  '25:00',
  '31.02.2026',
  '29 February',
  '8',
  '2026',
  'Thorin',
  'ago',
  'vor',
  '',
  '  ',
  '1e5 min',
  '9999999999 years ago',
  `17:30${' '.repeat(96)}`,
])('%j is no time', async (typed) => {
  await means(typed, undefined);
});

test.each([
  'tomorrow',
  'morgen',
  'tonight',
  'this evening',
  'today 20:00',
  'heute um 20 Uhr',
  'next Monday',
  'nächsten Montag',
  'in 2 hours',
  'in 2 Stunden',
  '+2h',
  '2026-11-23 19:30',
  '<t:99999999999:R>',
])('%s is to come, and not meant', async (typed) => {
  await means(typed, undefined);
});

const words =
  'vor,ago,in,last,letzte,next,yesterday,gestern,morgen,today,Montag,friday,Nov,Mai,19:30,24:00,8,31,2026,' +
  '2026-11-23,1.5.,h,min,Std,weeks,Jahre,and,und,-,+,.,:,T,Z,UTC,am,pm,Uhr,half,einer,<t:,>,🐉,\u00a0,\ud83d';
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 110 }),
  fc
    .array(fc.tuple(fc.constantFrom(...words.split(',')), fc.constantFrom('', ' ', '   ')), { maxLength: 20 })
    .map((pieces) => pieces.flat().join('')),
);

test('whatever is typed, no error comes of it, and no time after now', async () => {
  const times = fc.date({ min: new Date('2015-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(
      noise,
      times,
      fc.constantFrom('en' as const, 'de' as const),
      async (typed, now, language) => {
        const time = await readTime(typed, { now, language });
        if (time !== undefined) expect(time.getTime()).toBeLessThanOrEqual(now.getTime());
      },
    ),
    { numRuns: 1000 },
  );
});
