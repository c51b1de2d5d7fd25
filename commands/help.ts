import { help as helpReply } from '../src/replies/index.js';
import type { Command } from './command.js';

export const help: Command = {
  path: 'help',
  options: [],
  run: (_, __, { words }) => Promise.resolve(helpReply(words)),
};
