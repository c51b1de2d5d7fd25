import { appendFileSync } from 'node:fs';
import { z } from 'zod';

/** What came of one run of a fault suite. */
export const report = z.object({
  suite: z.string(),
  seed: z.int(),
  kills: z.int(),
  /** Of the store, and of Discord where the suite has one. */
  lostAnswers: z.int(),
  commands: z.int(),
  wrong: z.int(),
});
export type Report = z.infer<typeof report>;

/** Prints it, and appends it as a line of JSON to the file that HP_LEDGER_REPORT names. Before anything is asserted. */
export function writeReport(made: Report): void {
  console.info(made);
  const { HP_LEDGER_REPORT: file = '' } = process.env;
  if (file !== '') appendFileSync(file, `${JSON.stringify(made)}\n`);
}
