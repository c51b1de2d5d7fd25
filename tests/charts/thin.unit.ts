import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { thin } from '../../src/charts/thin.js';

const points = fc
  .array(
    fc.record({
      value: fc.nat(50),
      other: fc.nat(50),
      marked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 300 },
  )
  .map((all) =>
    all.map(({ value, other, marked }, index) => ({
      version: index + 1,
      value,
      other,
      ...(marked && index % 7 === 0 && { mark: 'down' }),
    })),
  );
interface Point {
  version: number;
  value: number;
  other: number;
  mark?: string;
}
const values = [({ value }: Point) => value, ({ other }: Point) => other];

test('few points are all kept', () => {
  fc.assert(
    fc.property(points, (all) => {
      expect(thin<Point>(all, values, all.length)).toEqual(all);
    }),
  );
});

test('of many, each bucket keeps its extremes, and no mark, neither end is lost', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 20 }), (all, buckets) => {
      const kept = thin<Point>(all, values, buckets);
      const size = Math.ceil(all.length / buckets);
      const within = (some: readonly Point[], start: number) =>
        some.filter(({ version }) => version > start && version <= start + size);
      for (let start = 0; start < all.length; start += size)
        for (const value of values)
          for (const extreme of [Math.min, Math.max])
            expect(extreme(...within(kept, start).map(value))).toBe(
              extreme(...within(all, start).map(value)),
            );
      expect(kept.filter(({ mark }) => mark)).toEqual(all.filter(({ mark }) => mark));
      expect([kept.at(0), kept.at(-1)]).toEqual([all.at(0), all.at(-1)]);
    }),
  );
});

test('what is kept is little, in order, and was there', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 20 }), (all, buckets) => {
      const kept = thin<Point>(all, values, buckets);
      const unmarked = kept.filter(({ mark }) => mark === undefined);
      expect(unmarked.length).toBeLessThanOrEqual(
        Math.max(all.length / 2, buckets * (1 + 2 * values.length) + 1),
      );
      expect(all.filter((point) => kept.includes(point))).toEqual(kept);
    }),
  );
});
