/**
 * Leaves out points that would be drawn on top of one another. Of each bucket it keeps the first point, every marked
 * one and, for each of the values, one where it is least and one where it is greatest; and the last point of all.
 */
export function thin<P extends { mark?: unknown }>(
  points: readonly P[],
  values: readonly ((point: P) => number)[],
  buckets = 350,
): readonly P[] {
  const size = Math.ceil(points.length / buckets);
  if (size <= 1) return points;
  const kept = new Set([points.at(-1)]);
  for (let start = 0; start < points.length; start += size) {
    const bucket = points.slice(start, start + size);
    const extremes = values.flatMap((value) => {
      const ascending = bucket.toSorted((one, other) => value(one) - value(other));
      return [ascending.at(0), ascending.at(-1)];
    });
    const marked = bucket.filter(({ mark }) => mark !== undefined);
    for (const point of [bucket.at(0), ...extremes, ...marked]) kept.add(point);
  }
  return points.filter((point) => kept.has(point));
}
