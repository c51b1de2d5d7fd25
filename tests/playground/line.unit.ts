import { describe, expect, test } from '@jest/globals';
import { LineError } from '../../src/playground/line-error.js';
import { readLine, send } from '../../src/playground/line.js';
import type { Nameable } from '../../src/playground/nameable.js';
import { nextOf, suggestionsOfBot, unreadable } from '../../src/playground/suggestions.js';
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
    ['/hp damage 7', ['hp damage', { amount: '7' }]],
    ['/hp damage 2d6 + 3 fire', ['hp damage', { amount: '2d6 + 3 fire' }]],
    ['/hp damage 7 target:Lia', ['hp damage', { amount: '7', target: 'Lia' }]],
    ['/hp d 7', ['hp damage', { amount: '7' }]],
    ['/HP Dam 7', ['hp damage', { amount: '7' }]],
    ['/damage 7', ['hp damage', { amount: '7' }]],
    ['/damage ', ['hp damage', {}]],
    ['/set 7', ['hp set', { value: '7' }]],
    ['/add Thorin 31', ['hp character add', { name: 'Thorin', max: '31' }]],
    ['/hp char a Thorin', ['hp character add', { name: 'Thorin' }]],
    ['/hp char a name:Thorin 31', ['hp character add', { name: 'Thorin 31' }]],
    ['/hp', undefined],
    ['/hp dam', undefined],
    ['/damage', undefined],
    ['/hp s 7', undefined],
    ['/hp char a', undefined],
    ['/d 7', undefined],
    ['hello', undefined],
  ])('%j is %j', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test.each([
    ['/hp log Thorin', '“Thorin” needs the name of its option: /hp log target:…'],
    ['/hp damage 7 amount:8', '“7” needs the name of its option: /hp damage amount:…'],
    [
      '/add Thorin Oakenshield 31',
      '“Thorin Oakenshield 31” needs the name of its option: /hp character add name:… max:…',
    ],
    ['/hp damage', 'amount is required: /hp damage amount:…'],
    ['/hp damage 7 target:', 'target: has no value yet'],
    ['/hp damage 7 type:fir', 'type: choose one of the list'],
  ])('%j is not sent: %s', (line, why) => {
    const draft = readLine(line, commands);
    if (draft === undefined) throw new Error('not understood');
    expect(() => send(draft, { nameables })).toThrow(new LineError(why));
  });

  test.each([
    ['/hp damage amount:7 type:FIRE critical:TRUE', { amount: '7', type: 'fire', critical: true }],
    ['/hp d 7 type:Fire', { amount: '7', type: 'fire' }],
  ])('%j is sent as it is, in whatever case a choice was typed', (line, expected) => {
    const draft = readLine(line, commands);
    if (draft === undefined) throw new Error('not understood');
    const [{ options = [] } = {}] = send(draft, { nameables }).options;
    expect(Object.fromEntries(options.map(({ name, value }) => [name, value]))).toEqual(expected);
    expect(next(line).incomplete).toBe(false);
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
    [
      '/hp s 7',
      [
        '/hp save',
        '/hp show',
        '/hp stabilize',
        '/hp set',
        '/hp settings view',
        '/hp settings rules',
        '/hp settings dm-role',
        '/hp settings who-may-change',
        '/hp settings feed',
        '/hp settings board',
      ],
    ],
    ['/hp log Thorin', ['target:Thorin', 'since:Thorin']],
    ['/hp log Aurelius Max', ['target:Aurelius Max', 'since:Aurelius Max']],
    ['/hp log ta', ['target']],
    ['/hp damage am', ['amount']],
    ['/nothing 7', []],
  ])('after %j: %j', (line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  test('a chosen command begins with its first required option, a chosen value with the next', () => {
    expect(lines('/da')).toEqual(['/hp damage amount:']);
    expect(lines('/hp damage amount:7 type:li')).toEqual(['/hp damage amount:7 type:lightning ']);
    expect(lines('/hp damage type:fir')).toEqual(['/hp damage type:fire amount:']);
  });

  test('what was typed is kept when its command or its option is chosen', () => {
    expect(lines('/hp s 7')[3]).toBe('/hp set value:7');
    expect(lines('/hp log Thorin since:19:30')[0]).toBe('/hp log target:Thorin since:19:30');
    expect(lines('/hp rest lo')).toEqual(['/hp rest kind:long ']);
  });

  describe('from the bot', () => {
    const offered = (line: string, names: string[]) => {
      const draft = readLine(line, commands);
      if (draft === undefined) throw new Error('not understood');
      const choices = names.map((name) => ({ name, value: name }));
      return suggestionsOfBot(line, draft, 'target', choices).map((one) => one.line);
    };

    test.each([
      ['/hp heal amount:3 target:Lia', ['Aurelius Maximilian', 'Lia'], ['Lia', 'Aurelius Maximilian']],
      ['/hp heal amount:3 target:lia', ['Liam', 'Lia'], ['Lia', 'Liam']],
      ['/hp heal amount:3 target:og', ['Ogre', 'Ogre 2'], ['Ogre', 'Ogre 2']],
      [
        '/hp heal amount:3 target:Thorin,lia',
        ['Thorin, Liam', 'Thorin, Lia'],
        ['Thorin, Lia', 'Thorin, Liam'],
      ],
    ])('after %j: what was typed comes first', (line, names, expected) => {
      const stem = '/hp heal amount:3 target:';
      expect(offered(line, names)).toEqual(expected.map((name) => `${stem}${name} `));
    });

    test('a name that is complete is not exchanged for a longer one', () => {
      expect(offered('/hp heal amount:3 target:Ogre ', ['Ogre', 'Ogre 2'])).toEqual([]);
    });

    test('a value without the name of its option gets it', () => {
      expect(offered('/use th', ['Thorin'])).toEqual(['/hp character use target:Thorin ']);
    });
  });

  test.each([
    ['hello', 'Only commands here: type / to see them.'],
    ['/hp s 7', 'Which command? /hp save, /hp show, /hp stabilize, /hp set, /hp settings view, …'],
    ['/hp a', 'Which command? /hp amend, /hp character add'],
    ['/nothing 7', 'There is no such command: type / to see all.'],
  ])('%j is answered with what to type: %s', (line, expected) => {
    expect(unreadable(line, { commands, nameables, locale: 'en-US' })).toBe(expected);
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
    expect(next('/hp damage 7').incomplete).toBe(false);
    expect(next('/hp damage 7 target:').incomplete).toBe(true);
    expect(next('/hp log Thorin').incomplete).toBe(true);
    expect(next('/hp character add name:x max:3 player:Ines').incomplete).toBe(false);
  });
});
