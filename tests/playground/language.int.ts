import { describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits, Routes } from 'discord.js';
import { application, bot, callback, refusalOf, text } from './bot.js';

const at = bot();
const put = (...body: object[]) => at.rest.put(Routes.applicationCommands(application), { body });
const colours = [
  { name: 'red', value: 'red', name_localizations: { de: 'Rot' } },
  { name: 'green', value: 'green' },
];
const paint = {
  name: 'paint',
  description: 'Paints',
  name_localizations: { de: 'male', 'en-GB': 'colour' },
  options: [
    {
      type: 1,
      name: 'wall',
      description: 'A wall',
      name_localizations: { de: 'wand' },
      options: [
        {
          type: 3,
          name: 'colour',
          description: 'x',
          name_localizations: { de: 'farbe' },
          choices: colours,
          required: true,
        },
        { type: 3, name: 'note', description: 'x', name_localizations: { de: 'notiz' }, autocomplete: true },
      ],
    },
  ],
};
const sent = { name: 'paint', options: [{ name: 'wall', options: [{ name: 'colour', value: 'red' }] }] };

describe('someone whose Discord is in another language', () => {
  test.each([
    ['de', '/male wand farbe:Rot'],
    ['de', '/paint wall colour:red'],
    ['fr', '/paint wall colour:red'],
    ['en-US', '/colour wall colour:red'],
  ])('types in %s %j, and the bot is told its own names', async (locale, line) => {
    await put(paint);
    at.answer = (raw) => callback(at, raw, text('x'));
    const person = at.discord.as('Tomas', { locale });
    await person.type(line);
    expect(at.received.at(-1)).toMatchObject({ locale, guild_locale: 'en-US', data: sent });
  });

  test('is told what is wrong in those words, and has options completed', async () => {
    await put(paint);
    at.answer = (raw) => callback(at, raw, { type: 8, data: { choices: [] } });
    const person = at.discord.as('Tomas', { locale: 'de' });
    await expect(person.type('/male wand')).rejects.toThrow('farbe is required');
    await expect(at.tomas.type('/male wand farbe:Rot')).rejects.toThrow('no such command');
    await person.suggestions('/male wand farbe:Rot notiz:wa');
    expect(at.received.at(-1)).toMatchObject({
      type: 4,
      data: { options: [{ options: [{}, { name: 'note', value: 'wa', focused: true }] }] },
    });
  });

  test('chooses from the menu on a person by the name it has there', async () => {
    await put({ type: 2, name: 'Look at', name_localizations: { de: 'Ansehen' } });
    at.answer = (raw) => callback(at, raw, text('x'));
    await at.discord.as('Tomas', { locale: 'de' }).choose('Ansehen', 'Ines');
    expect(at.received.at(-1)).toMatchObject({ locale: 'de', data: { name: 'Look at' } });
    await expect(at.tomas.choose('Ansehen', 'Ines')).rejects.toThrow('no such command');
  });

  test.each<[string, object[]]>([
    ['the same in one language', [{ de: 'x' }, { de: 'x' }]],
    ['the name of another', [{ de: 'b' }, {}]],
  ])('is not to find two options of one name: %s', async (_, names) => {
    const options = names.map((name_localizations, index) => ({
      type: 3,
      name: ['a', 'b'][index],
      description: 'x',
      name_localizations,
    }));
    const command = { name: 'paint', description: 'x', options };
    expect(await refusalOf(put(command))).toEqual([400, 50035, 'Invalid Form Body']);
  });
});

test('what a person may and is can be changed, and is told with the next interaction', async () => {
  await put(paint);
  at.answer = (raw) => callback(at, raw, text('x'));
  const { people, roles } = at.discord.world;
  const tomas = people.find(({ name }) => name === 'Tomas');
  if (tomas === undefined) throw new Error('nobody');
  tomas.roles = roles.map(({ id }) => id);
  tomas.permissions |= PermissionFlagsBits.ManageGuild;
  await at.tomas.type('/paint wall colour:red');
  expect(at.received.at(-1)?.member).toMatchObject({
    roles: ['1300000000000000021', '1300000000000000022'],
    permissions: String(tomas.permissions),
  });
});

test('people, roles and channels that options name are told of', async () => {
  const option = (type: number, name: string) => ({ type, name, description: 'x' });
  const options = [option(6, 'user'), option(8, 'role'), option(7, 'channel'), option(9, 'any')];
  await put({ name: 'name', description: 'x', options });
  at.answer = (raw) => callback(at, raw, text('x'));
  await at.ines.type('/name user:@HP Ledger role:@Adventurers channel:#session-zero any:Mara');
  expect(at.received.at(-1)).toMatchObject({
    data: {
      resolved: {
        users: { [application]: { bot: true }, '1300000000000000011': { username: 'mara' } },
        roles: { '1300000000000000022': { name: 'Adventurers', position: 1, managed: false } },
        channels: { '1300000000000000002': { name: 'session-zero', type: 0 } },
      },
    },
  });
});
