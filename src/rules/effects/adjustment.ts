/**
 * What a flat adjustment of a hit adds to each of its parts. A bonus goes to the first part; a penalty is taken from the
 * parts in order, what is left of it from the next. The shares add up to the adjustment: what exceeds all parts falls to
 * the last.
 * @param amounts of the parts. @param adjust negative for a penalty.
 */
export function adjustmentShares(amounts: readonly number[], adjust: number): number[] {
  const last = amounts.length - 1;
  let left = adjust;
  return amounts.map((amount, index) => {
    const share = left >= 0 || index === last ? left : Math.max(left, -amount);
    left -= share;
    return share;
  });
}

/** The flat adjustment of a hit whose parts bear their shares; `undefined` where it has none. */
export function adjustmentOf(parts: readonly { adjust?: number | undefined }[]): number | undefined {
  return parts.reduce((sum, { adjust = 0 }) => sum + adjust, 0) || undefined;
}
