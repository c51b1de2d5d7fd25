import { changing } from './changing.js';
import type { Command } from './command.js';
import { note, target, text, yesOrNo } from './options.js';
import { isSet, noteOf, refuse, textOf } from './read.js';

export const concentrate: Command = {
  path: 'concentrate',
  options: [text('on'), yesOrNo('end'), target, note],
  ...changing('change', (options) => {
    const on = textOf(options, 'on');
    const why = noteOf(options);
    if ((on === undefined) !== isSet(options, 'end')) refuse({ code: 'on-or-end' });
    return () => ({ type: 'concentrate', on: on ?? null, ...why });
  }),
};
