import { maximum } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import type { Character, Entry, Glimpse, Sight } from './entry.js';
import type { Reply, ReplyFile } from './reply.js';
import { plain } from './text.js';
import { explanation } from './explanation.js';

/** What a file of the trail holds of each entry, in this order. */
export const exportColumns = [
  'version',
  'at',
  'by',
  'type',
  'change',
  'current',
  'maximum',
  'temporary',
  'condition',
  'band',
  'workings',
  'note',
  'rules',
  'interaction',
  'details',
  'hash',
] as const;

export type ExportRow = Partial<Record<(typeof exportColumns)[number], string | number | object>>;

/** An entry with what only the ledger knows of it. */
export type StoredEntry = Entry & { command: string; hash: string };

/** The rows of a file: of a hidden creature, for players, how it was and no number. */
export function exportRows(
  words: Words,
  sight: { numbers: true; entries: readonly StoredEntry[] } | Extract<Sight, { numbers: false }>,
): ExportRow[] {
  return sight.numbers ? sight.entries.map((entry) => row(words, entry)) : sight.entries.map(veiledRow);
}

/** The answer that brings a file. @param more whether others follow it. */
export function exported(
  { export: words }: Words,
  { name }: Character,
  file: ReplyFile & { rows: number; last: boolean },
): Reply {
  const text = words.part(plain(name), file.rows) + (file.last ? '' : ` ${words.more}`);
  return { embeds: [{ description: text, color: neutral }], files: [file], private: true };
}

function row(words: Words, { version, at, by, command, event, state, hash }: StoredEntry): ExportRow {
  const details = explanation(words, event);
  return {
    version,
    at,
    by,
    type: event.type,
    change: event.change,
    current: state.current,
    maximum: maximum(state),
    temporary: state.temporary,
    condition: state.condition,
    ...(details !== '' && { workings: details }),
    ...(event.note !== undefined && { note: event.note }),
    rules: event.rules,
    interaction: command,
    details: event.details,
    hash,
  };
}

function veiledRow({ version, at, by, type, band }: Glimpse): ExportRow {
  return { version, at, by, type, band };
}
