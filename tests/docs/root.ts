import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: the tests run compiled, and the documents are beside the sources. */
export const root = folderOfPackage(import.meta.dirname);

function folderOfPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : folderOfPackage(dirname(folder));
}
