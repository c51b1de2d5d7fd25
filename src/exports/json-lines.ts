import type { Writing } from './row.js';
import { wellFormed } from './well-formed.js';

/** JSON Lines, for programs: an object a line, without what is undefined. Text is as it was typed. */
export function jsonLines(columns: readonly string[]): Writing {
  return {
    head: '',
    line(row) {
      const members = columns
        .filter((column) => row[column] !== undefined)
        .map((column) => `${JSON.stringify(column)}:${JSON.stringify(row[column], inWholeCharacters)}`);
      return `{${members.join(',')}}\n`;
    },
  };
}

function inWholeCharacters(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? wellFormed(value) : value;
}
