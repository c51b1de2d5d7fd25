import type { CommandGroup } from '../command.js';
import { add } from './add.js';
import { defenses } from './defenses.js';
import { edit } from './edit.js';
import { give } from './give.js';
import { rename } from './rename.js';
import { retire } from './retire.js';
import { use } from './use.js';

export const character: CommandGroup = {
  path: 'character',
  commands: [add, use, edit, defenses, rename, give, retire],
};
