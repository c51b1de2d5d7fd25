import type { Settings } from '../../src/roster/index.js';
import type { Command } from '../command.js';
import { channel } from '../options.js';
import { textOf } from '../read.js';
import { changingSettings } from './change.js';

/** Chooses the channel that the bot keeps by itself, or none. */
function watching(which: 'feed' | 'board'): Command {
  return {
    path: `settings ${which}`,
    options: [channel(which === 'feed' ? 'feedChannel' : 'boardChannel')],
    run: changingSettings((options, { locale, person, interaction }): Partial<Settings> => {
      const chosen = textOf(options, 'channel');
      return {
        [which]:
          chosen === undefined ? null : { channel: chosen, locale, by: person.id, chosen: interaction },
      };
    }),
  };
}

export const feed = watching('feed');
export const board = watching('board');
