import type { DamageType } from '../../src/rules/index.js';
import { changing } from '../changing.js';
import type { Command } from '../command.js';
import { note, required, target, text } from '../options.js';
import { noteOf, refuse, textOf } from '../read.js';
import type { Options } from '../request.js';
import { damageTypeCalled, meansNone } from '../types.js';

export const defenses: Command = {
  path: 'character defenses',
  options: [required(target), text('resistances'), text('immunities'), text('vulnerabilities'), note],
  ...changing('correct', (options) => {
    const wanted = {
      ...typesOf(options, 'resistances'),
      ...typesOf(options, 'immunities'),
      ...typesOf(options, 'vulnerabilities'),
    };
    const why = noteOf(options);
    if (Object.keys(wanted).length === 0) refuse({ code: 'nothing-given' });
    return () => ({ type: 'setDefenses', defenses: wanted, ...why });
  }),
};

/** Types of damage with commas between them, in any language; absent where nothing was filled in. */
function typesOf<Name extends string>(options: Options, name: Name): Partial<Record<Name, DamageType[]>> {
  const typed = textOf(options, name);
  if (typed === undefined) return {};
  const words = meansNone(typed) ? [] : typed.split(/[,;]/);
  const types = words.map(
    (word) => damageTypeCalled(word) ?? refuse({ code: 'defense-unknown', typed: word.trim() }),
  );
  return { [name]: types } as Partial<Record<Name, DamageType[]>>;
}
