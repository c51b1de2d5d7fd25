/** A distance between ticks that is easy to count with. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return Math.min(...[1, 2, 5, 10].map((factor) => factor * power).filter((step) => step >= atLeast));
}

/** The versions to name on the axis: the first, the last, and round ones between them, at most six in all. */
export function versionTicks(first: number, last: number): number[] {
  if (first === last) return [first];
  const step = roundStep(Math.max(1, (last - first) / 4));
  const ticks = [first];
  for (let tick = Math.ceil((first + step / 2) / step) * step; tick <= last - step / 2; tick += step)
    ticks.push(tick);
  return [...ticks, last];
}
