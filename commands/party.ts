import { everyone } from '../src/replies/index.js';
import type { Command } from './command.js';

export const party: Command = {
  name: 'party',
  description: 'Everyone at a glance',
  options: [],
  async run(request, _, party) {
    const sheets = await party.everyone(request);
    return everyone(sheets.map(({ character, latest }) => ({ ...character, latest })));
  },
};
