import { stringify } from 'csv-stringify/sync';
import { cell } from './cell.js';
import type { Row, Writing } from './row.js';

/** Without it a spreadsheet takes the file for one in the alphabet of its own computer. */
const byteOrderMark = '\ufeff';

/** Comma-separated values (RFC 4180) that a spreadsheet opens right. */
export function csv(columns: readonly string[]): Writing {
  return {
    head: byteOrderMark + line(columns),
    line: (row) => line(columns.map((column) => row[column])),
  };
}

function line(values: readonly Row[string][]): string {
  return stringify([values.map(cell)], { record_delimiter: 'windows' });
}
