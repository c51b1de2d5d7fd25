import { describe, expect, test } from '@jest/globals';
import { LineError } from '../../src/playground/line-error.js';
import { readLine, send } from '../../src/playground/line.js';
import type { Nameable } from '../../src/playground/nameable.js';
import { nextOf } from '../../src/playground/suggestions.js';
import { commands } from './commands.js';

const nameables: Nameable[] = [
  { kind: 'person', id: '1300000000000000011', name: 'Mara' },
  { kind: 'person', id: '1300000000000000013', name: 'Ines' },
  { kind: 'role', id: '1300000000000000021', name: 'Dungeon Master' },
  { kind: 'channel', id: '1300000000000000002', name: 'session-zero' },
];
const next = (line: string) => nextOf(line, { commands, nameables, locale: 'en-US' });
const read = (line: string) => {
  const draft = readLine(line, commands);
  return draft === undefined ? undefined : [draft.leaf.path.join(' '), Object.fromEntries(draft.values)];
};

describe('a line', () => {
  test.each([
    ['/hp party', ['hp party', {}]],
    ['/hp damage amount:7', ['hp damage', { amount: '7' }]],
    ["/hp damage amount:7 note:goblin's scimitar", ['hp damage', { amount: '7', note: "goblin's scimitar" }]],
    [
      '/hp damage note:it said: 5 target:Thorin amount:7',
      ['hp damage', { note: 'it said: 5', target: 'Thorin', amount: '7' }],
    ],
    [
      '/hp character add name:Thorin Oakenshield max:31',
      ['hp character add', { name: 'Thorin Oakenshield', max: '31' }],
    ],
    ['/hp damage amount:', ['hp damage', { amount: '' }]],
    ['/hp', undefined],
    ['/hp dam', undefined],
    ['hello', undefined],
  ])('%j is %j', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test('with something that is no option is not understood', () => {
    expect(() => read('/hp damage 7')).toThrow(LineError);
  });

  test('is sent as Discord’s client sends it', () => {
    const draft = readLine('/hp character add name:Thorin max:31 kind:creature player:@Ines', commands);
    if (draft === undefined) throw new Error('not understood');
    expect(send(draft, { nameables })).toEqual({
      commandId: '1',
      options: [
        {
          name: 'character',
          type: 2,
          options: [
            {
              name: 'add',
              type: 1,
              options: [
                { name: 'name', type: 3, value: 'Thorin' },
                { name: 'max', type: 4, value: 31 },
                { name: 'kind', type: 3, value: 'npc' },
                { name: 'player', type: 6, value: '1300000000000000013' },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('what can come next', () => {
  const labels = (line: string) => next(line).suggestions.map(({ label }) => label);
  const lines = (line: string) => next(line).suggestions.map((one) => one.line);

  test.each([
    ['hello', []],
    ['/da', ['/hp damage']],
    ['/hp sh', ['/hp show']],
    ['/hp char a', ['/hp character add']],
    ['/add', ['/hp character add']],
    ['/hp damage amount:7 ', ['target', 'type', 'note', 'critical', 'halved', 'adjust', 'knock-out', 'each']],
    ['/hp damage amount:7 no', ['note']],
    ['/hp damage amount:7 type:li', ['lightning']],
    ['/hp damage amount:7 critical:', ['True', 'False']],
    ['/hp character add name:x max:3 player:', ['@Mara', '@Ines']],
  ])('after %j: %j', (line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  test('a chosen command begins with its first required option, a chosen value with the next', () => {
    expect(lines('/da')).toEqual(['/hp damage amount:']);
    expect(lines('/hp damage amount:7 type:li')).toEqual(['/hp damage amount:7 type:lightning ']);
    expect(lines('/hp damage type:fir')).toEqual(['/hp damage type:fire amount:']);
  });

  test('the bot is asked about what only it knows', () => {
    expect(next('/hp damage amount:7 target:Th')).toMatchObject({
      asksBot: true,
      focused: { name: 'target' },
    });
    expect(next('/hp damage amount:7').asksBot).toBe(false);
  });

  test('a line without its required options is not complete', () => {
    expect(next('/hp damage ').incomplete).toBe(true);
    expect(next('/hp damage amount:7').incomplete).toBe(false);
    expect(next('/hp log').incomplete).toBe(false);
  });
});
