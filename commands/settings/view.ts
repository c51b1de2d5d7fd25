import { settingsView } from '../../src/replies/index.js';
import type { Command } from '../command.js';

export const view: Command = {
  path: 'settings view',
  options: [],
  run: async (request, _, { party, words }) => {
    const { settings, failed } = await party.settings(request);
    return settingsView(words, settings, failed);
  },
};
