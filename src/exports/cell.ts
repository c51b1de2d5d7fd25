import type { Row } from './row.js';
import { wellFormed } from './well-formed.js';

const breaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /\p{Cc}/gu;
/**
 * Where a cell begins that a spreadsheet would run as a formula (OWASP, "CSV Injection"). After a semicolon too:
 * where the comma is for decimals a spreadsheet parts cells there, and the quotes around ours mean nothing to it.
 */
const formula = /(?<=^|;)(?=[\s"\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/gu;
/** A spreadsheet takes it for a number, and keeps 15 of its digits. */
const longNumber = /^(?=\d{16,}$)/;

/**
 * A value as the text of a cell. A number stays one. In text a space stands for what would break the line, and
 * an apostrophe before what a spreadsheet would run, or change.
 */
export function cell(value: Row[string]): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return wellFormed(text)
    .replace(breaks, ' ')
    .replace(controls, '')
    .replace(formula, "'")
    .replace(longNumber, "'");
}
