import { rollDamage } from '../src/dice/index.js';
import { damageTypes, highestAdjustment } from '../src/rules/index.js';
import type { Amendment } from '../src/rules/index.js';
import { answerWhenKnown } from './answer.js';
import { changesReply } from './changes.js';
import type { Command, Tools } from './command.js';
import {
  amendedType,
  amendNote,
  integer,
  mostVersions,
  oneTarget,
  required,
  text,
  toTarget,
  yesOrNo,
} from './options.js';
import { booleanOf, choiceOf, integerOf, refuse, requiredInteger, requiredNote, textOf } from './read.js';
import type { Options } from './request.js';
import { damageTypeCalled } from './types.js';

export const amend: Command = {
  path: 'amend',
  options: [
    required(integer('amendVersion', 1, mostVersions)),
    amendNote,
    oneTarget,
    text('amendAmount'),
    amendedType,
    yesOrNo('amendHalved'),
    yesOrNo('resisted'),
    yesOrNo('amendCritical'),
    integer('amendAdjust', -highestAdjustment, highestAdjustment),
    yesOrNo('amendKnockOut'),
    toTarget,
  ],
  async run(request, options, tools) {
    const version = requiredInteger(options, 'version');
    const amending = { version, amendment: await amendmentOf(options, tools), ...requiredNote(options) };
    const target = textOf(options, 'target');
    const to = textOf(options, 'to');
    if (to === undefined && Object.keys(amending.amendment).length === 0) refuse({ code: 'nothing-given' });
    const outcome = await (to === undefined
      ? tools.party.amend(request, target, amending)
      : tools.party.move(request, target, to, amending));
    return answerWhenKnown(tools.words, outcome, (changes) => changesReply(tools, changes));
  },
};

async function amendmentOf(options: Options, { chance }: Pick<Tools, 'chance'>): Promise<Amendment> {
  const amount = textOf(options, 'amount');
  const damageType = choiceOf(options, 'type', damageTypes);
  const adjust = integerOf(options, 'adjust');
  const knockOut = booleanOf(options, 'knock-out');
  const flag = (name: 'halved' | 'resisted' | 'critical') => {
    const value = booleanOf(options, name);
    return value !== undefined && { [name]: value };
  };
  return {
    ...(amount !== undefined && {
      // dice are thrown as they are written: a critical hit names all of them
      parts: await rollDamage(amount, { critical: false, typeOf: damageTypeCalled }, chance),
    }),
    ...(damageType !== undefined && { damageType }),
    ...flag('halved'),
    ...flag('resisted'),
    ...flag('critical'),
    ...(adjust !== undefined && { adjust }),
    ...(knockOut !== undefined && { knockOut }),
  };
}
