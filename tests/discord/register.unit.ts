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

/** The same with something done to every command and every option, however deep it lies. */
function everywhere(part: object, change: (part: object) => object): object {
  const options = 'options' in part && Array.isArray(part.options) ? (part.options as object[]) : undefined;
  return change({ ...part, ...(options && { options: options.map((one) => everywhere(one, change)) }) });
}
const options = hp.options ?? [];
/** The command with its first option changed that has none of its own and may be left out. */
function deep(change: (part: object) => object): object {
  let isDone = false;
  return everywhere(atDiscord(hp), (part) => {
    if (isDone || 'options' in part || 'required' in part) return part;
    isDone = true;
    return change(part);
  });
}

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

  test('are the same, whatever Discord adds to them and at whichever depth', () => {
    const there = everywhere(atDiscord(hp), (part) => ({
      ...part,
      handler: 1,
      name_localized: 'x',
      description_localized: 'y',
      something_new: { of: ['Discord'] },
    }));
    expect(sameCommands([hp], [there])).toBe(true);
  });

  test('are the same where Discord fills in what says nothing', () => {
    const empty = {
      options: [],
      choices: [],
      required: false,
      autocomplete: false,
      name_localizations: null,
    };
    const there = everywhere(atDiscord(hp), (part) => ({ ...empty, min_value: null, ...part }));
    expect(sameCommands([hp], [there])).toBe(true);
  });

  test.each<[string, unknown[]]>([
    ['an option far down is required no more', [deep((option) => ({ ...option, required: true }))]],
    ['an option far down has another name', [deep((option) => ({ ...option, name: 'other' }))]],
    [
      'an option far down has lost a translation',
      [deep((option) => ({ ...option, name_localizations: {} }))],
    ],
    [
      'an option far down has a translation too many',
      [deep((option) => ({ ...option, name_localizations: { de: 'x', fr: 'y' } }))],
    ],
    [
      'an option far down has a choice more',
      [deep((option) => ({ ...option, choices: [{ name: 'a', value: 'a' }] }))],
    ],
    [
      'there is an option more',
      [atDiscord({ ...hp, options: [...options, { type: 3, name: 'x', description: 'x' }] })],
    ],
    ['one command stands there twice', [atDiscord(hp), atDiscord(hp)]],
    ['one is there as another kind', [atDiscord({ ...hp, type: 2 })]],
  ])('differ where %s', (_, there) => {
    expect(sameCommands([hp], there)).toBe(false);
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
