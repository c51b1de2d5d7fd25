import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { changed } from '../../src/replies/index.js';
import { longestName } from '../../src/roster/index.js';
import { highestAmount } from '../../src/rules/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { integer, text } from '../options.js';
import { choiceOf, integerOf, requiredInteger, requiredText, textOf } from '../read.js';

const kinds = ['pc', 'npc'] as const;

export const add: Command = {
  name: 'add',
  description: 'Put a character on the roster',
  options: [
    { ...text('name', 'A name that no one else here bears'), required: true, max_length: longestName },
    { ...integer('max', 'The hit point maximum', 1, highestAmount), required: true },
    integer('hp', 'The hit points now. Left out: all of them', 1, highestAmount),
    {
      ...text('kind', 'A player character (the default), or a creature that the DM runs'),
      choices: [
        { name: 'player character', value: 'pc' },
        { name: 'creature', value: 'npc' },
      ],
    },
    { type: ApplicationCommandOptionType.User, name: 'player', description: 'Whose it is. Left out: yours' },
  ],
  async run(request, options, party) {
    const current = integerOf(options, 'hp');
    const owner = textOf(options, 'player');
    const outcome = await party.add(request, {
      name: requiredText(options, 'name'),
      kind: choiceOf(options, 'kind', kinds) ?? 'pc',
      max: requiredInteger(options, 'max'),
      ...(owner !== undefined && { owner }),
      ...(current !== undefined && { current }),
    });
    return answerWhenKnown(outcome, ({ character, recorded, recent }) =>
      changed(character.name, recorded, recent),
    );
  },
};
