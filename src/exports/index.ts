export { ExportError, RowTooLarge } from './errors.js';
export { exportFiles } from './export-files.js';
export type { ExportFile, ExportOptions } from './export-files.js';
export type { Row } from './row.js';
