import type { CommandGroup } from '../command.js';
import { dmRole } from './dm-role.js';
import { rules } from './rules.js';
import { view } from './view.js';
import { board, feed } from './watched.js';
import { whoMayChange } from './who-may-change.js';

export const settings: CommandGroup = {
  path: 'settings',
  commands: [view, rules, dmRole, whoMayChange, feed, board],
};
