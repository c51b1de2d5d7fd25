import { everyone, hiddenOnes } from '../src/replies/index.js';
import type { Command } from './command.js';

export const party: Command = {
  path: 'party',
  options: [],
  async run(request, _, { party, words }) {
    const { sheets, hidden } = await party.everyone(request);
    const reply = everyone(words, sheets);
    return hidden.length === 0 ? reply : { ...reply, after: [hiddenOnes(words, hidden)] };
  },
};
