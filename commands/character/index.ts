import type { CommandGroup } from '../command.js';
import { add } from './add.js';
import { rename } from './rename.js';
import { retire } from './retire.js';
import { use } from './use.js';

export const character: CommandGroup = {
  name: 'character',
  description: 'Who is here',
  commands: [add, use, rename, retire],
};
