import { randomBy } from '../tests/support/random.js';

/** How long something takes. Milliseconds. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The seed of what is drawn in this run: HP_LEDGER_SEED, or one of its own. */
export const seed = Number(process.env.HP_LEDGER_SEED ?? Date.now() % 1_000_000);
const random = randomBy(seed);

/** In an order of chance, so that what a machine does meanwhile meets all sides alike. */
export function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Runs each side so often, each time made ready first, in an order of chance. @returns by side, how long each run took. Milliseconds. */
export async function sideBySide<Side extends string>(
  sides: Record<Side, { runs: number; ready?: () => Promise<unknown>; run: () => Promise<unknown> }>,
): Promise<Record<Side, number[]>> {
  const names = Object.keys(sides) as Side[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  const order = shuffled(names.flatMap((name) => Array.from({ length: sides[name].runs }, () => name)));
  for (const name of order) {
    await sides[name].ready?.();
    times[name].push(await timed(sides[name].run));
  }
  return times;
}

/** What a part of the benchmark brings: tables to be read, and the same as data. */
export interface Report {
  title: string;
  /** What was measured, and how. */
  about: string;
  head: string[];
  rows: (string | number)[][];
}

/** So many digits as mean something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

export function markdownOf({ title, about, head, rows }: Report): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)).join(' | ')} |`;
  return [`### ${title}`, '', about, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}
