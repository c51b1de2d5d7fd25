import type { Cost } from './ledger.js';
import type { Report } from './measure.js';

/** Dollars for a million request units, on demand, in us-east-1: https://aws.amazon.com/dynamodb/pricing/on-demand/ */
const price = { write: 0.625, read: 0.125 };

/** What a million entries cost at Amazon, by the units that were measured. */
export function cost(costs: readonly Cost[]): Report {
  const sides = [...new Set(costs.map(({ side }) => side))];
  const lengths = [...new Set(costs.map(({ length }) => length))];
  const dollars = (side: string, length: number) => {
    const found = costs.find((one) => one.side === side && one.length === length);
    return found === undefined ? NaN : found.writeUnits * price.write + found.readUnits * price.read;
  };
  return {
    title: 'What a million entries cost',
    about: `Dollars, by the units above at the published prices on demand in us-east-1 ($${price.write} a million write units, $${price.read} a million read units).`,
    head: ['entries before', ...sides],
    rows: lengths.map((length) => [String(length), ...sides.map((side) => dollars(side, length))]),
  };
}
