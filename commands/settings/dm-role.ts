import type { Command } from '../command.js';
import { role } from '../options.js';
import { textOf } from '../read.js';
import { changingSettings } from './change.js';

export const dmRole: Command = {
  path: 'settings dm-role',
  options: [role('role')],
  run: changingSettings((options) => ({ dmRole: textOf(options, 'role') ?? null })),
};
