import { describe, expect, test } from '@jest/globals';
import { hp, personMenu } from '../../commands/hp.js';
import { sameCommands } from '../../src/discord/register.js';

/** What Discord makes of a command: it fills in what was left out, and adds its own. */
const atDiscord = (command: object) => ({
  id: '1',
  application_id: '2',
  version: '3',
  default_member_permissions: null,
  nsfw: false,
  dm_permission: true,
  name_localizations: null,
  description_localizations: null,
  ...command,
});

describe('the commands at Discord', () => {
  test('are the same, whatever Discord has filled in and in whichever order', () => {
    const there = Object.fromEntries(Object.entries(atDiscord(hp)).reverse());
    expect(sameCommands([hp], [there])).toBe(true);
  });

  test('are the same where Discord gives a menu on a person an empty description', () => {
    expect(
      sameCommands([hp, personMenu], [atDiscord(hp), { ...atDiscord(personMenu), description: '' }]),
    ).toBe(true);
  });

  test.each<[string, unknown[]]>([
    ['there are none', []],
    ['there is one more', [atDiscord(hp), atDiscord({ ...hp, name: 'old' })]],
    ['a description is another', [atDiscord({ ...hp, description: 'Something else' })]],
    ['an option is missing', [atDiscord({ ...hp, options: hp.options?.slice(1) })]],
    ['the options are in another order', [atDiscord({ ...hp, options: hp.options?.toReversed() })]],
    ['it has a translation', [atDiscord({ ...hp, name_localizations: { de: 'tp' } })]],
  ])('differ where %s', (_, there) => {
    expect(sameCommands([hp], there)).toBe(false);
  });
});
