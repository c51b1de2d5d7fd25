import { describe, expect, test } from '@jest/globals';
import { Routes } from 'discord.js';
import type { APIApplicationCommand } from 'discord.js';
import { application, bot, ping, refusalOf } from './bot.js';

const at = bot();
const commands = Routes.applicationCommands(application);
const ofGuild = Routes.applicationGuildCommands(application, '1300000000000000001');
const put = async (...body: object[]) => (await at.rest.put(commands, { body })) as APIApplicationCommand[];
const list = async (query = {}) =>
  (await at.rest.get(commands, { query: new URLSearchParams(query) })) as APIApplicationCommand[];
const names = () => at.discord.registry.all.map(({ name }) => name);

describe('a command', () => {
  const option = (more: object) => ({ type: 3, name: 'a', description: 'x', ...more });
  const choices = (count: number, value = 'x') =>
    Array.from({ length: count }, (_, i) => ({ name: `c${i}`, value }));
  const options = (...given: object[]) => ({ ...ping, options: given });
  const many = (count: number, more: object = {}) =>
    options(...Array.from({ length: count }, (_, i) => option({ name: `a${i}`, ...more })));

  test.each<[string, object]>([
    ['with 25 options of 5 choices', many(25, { choices: choices(5) })],
    ['named in another script', { name: 'ヒール', description: 'x' }],
    ['that is no typed one, in upper case', { type: 2, name: 'Hit points' }],
    ['for moderators', { ...ping, default_member_permissions: '8' }],
  ])('%s is taken', async (_, command) => {
    expect(await put(command)).toMatchObject([command]);
  });

  test.each<[string, object]>([
    ['in upper case', { ...ping, name: 'Ping' }],
    ['with a space in its name', { ...ping, name: 'pi ng' }],
    ['of 33 characters', { ...ping, name: 'x'.repeat(33) }],
    ['without a description', { name: 'ping' }],
    ['with a description of 101', { ...ping, description: 'x'.repeat(101) }],
    ['in a language that is none', { ...ping, name_localizations: { xx: 'ping' } }],
    ['in upper case in another language', { ...ping, name_localizations: { de: 'Ping' } }],
    ['with a required option after another', options(option({}), option({ name: 'b', required: true }))],
    ['with an option twice', options(option({}), option({}))],
    ['with 26 options', many(26)],
    ['with 26 choices', options(option({ choices: choices(26) }))],
    ['with a choice twice', options(option({ choices: [...choices(1), ...choices(1)] }))],
    ['with a choice of 101', options(option({ choices: choices(1, 'x'.repeat(101)) }))],
    ['with choices and suggestions', options(option({ choices: choices(1), autocomplete: true }))],
    ['with bounds that cross', options(option({ type: 4, min_value: 2, max_value: 1 }))],
    ['with an option in upper case', options(option({ name: 'A' }))],
    ['with options beside subcommands', options(option({}), { type: 1, name: 'b', description: 'x' })],
    ['with a group of nothing', options({ type: 2, name: 'b', description: 'x' })],
    ['of more than 8,000 characters', many(25, { choices: choices(5, 'y'.repeat(90)) })],
  ])('%s is refused, and the others stay', async (_, command) => {
    await put(ping);
    expect(await refusalOf(put(ping, command))).toEqual([400, 50035, 'Invalid Form Body']);
    expect(names()).toEqual(['ping']);
  });

  test('counts 8,000 characters in its longest language', async () => {
    const long = { ...many(25, { choices: choices(5) }), description_localizations: {} };
    const at100 = (description: string) => ({
      ...long,
      options: long.options.map((one) => ({
        ...one,
        description_localizations: { de: description },
        choices: choices(2, 'y'.repeat(100)),
      })),
    });
    expect(await refusalOf(put(at100('x'.repeat(90))))).toBe('taken');
    expect(await refusalOf(put(at100('x'.repeat(100)), ping))).not.toBe('taken');
  });

  test('comes back with what Discord fills in, and without what says nothing', async () => {
    const [kept] = await put({
      ...ping,
      options: [option({ required: false, autocomplete: false, choices: [] })],
    });
    expect(kept).toEqual({
      id: expect.stringMatching(/^\d{17,19}$/) as unknown,
      application_id: application,
      version: expect.stringMatching(/^\d{17,19}$/) as unknown,
      type: 1,
      name: 'ping',
      name_localizations: null,
      description: 'Answers',
      description_localizations: null,
      default_member_permissions: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [
        { type: 3, name: 'a', description: 'x', name_localizations: null, description_localizations: null },
      ],
    });
  });

  test('is listed without its other languages, unless they are asked for', async () => {
    await put({ ...ping, name_localizations: { de: 'klopf' } });
    const [brief] = await list();
    expect(brief).not.toHaveProperty('name_localizations');
    expect(brief?.options?.[0]).not.toHaveProperty('description_localizations');
    const [full] = await list({ with_localizations: 'true' });
    expect(full?.name_localizations).toEqual({ de: 'klopf' });
  });
});

describe('commands', () => {
  test('keep their ids when they are put again, and their version where nothing is new', async () => {
    const [before] = await put(ping);
    const [same] = await put(ping);
    expect(same).toEqual(before);
    const [changed] = await put({ ...ping, description: 'Other' });
    expect(changed?.id).toBe(before?.id);
    expect(changed?.version).not.toBe(before?.version);
  });

  test('are added, changed and taken away one by one', async () => {
    await put();
    const made = (await at.rest.post(commands, { body: ping })) as APIApplicationCommand;
    const one = Routes.applicationCommand(application, made.id);
    await at.rest.patch(one, { body: { description: 'Other' } });
    expect(await at.rest.get(one)).toMatchObject({ name: 'ping', description: 'Other' });
    await at.rest.delete(one);
    expect(names()).toEqual([]);
    expect(await refusalOf(at.rest.get(one))).toEqual([404, 10063, 'Unknown application command']);
  });

  test('are for all servers or for one, and not for another’s', async () => {
    await put(ping);
    await at.rest.put(ofGuild, { body: [{ ...ping, name: 'here' }] });
    expect(names()).toEqual(['ping', 'here']);
    expect((await list()).map(({ name }) => name)).toEqual(['ping']);
    await at.rest.put(ofGuild, { body: [] });
    const elsewhere = Routes.applicationGuildCommands(application, '1300000000000000099');
    expect(await refusalOf(at.rest.get(elsewhere))).toEqual([403, 50001, 'Missing Access']);
  });

  test('are refused where two bear one name, where there are too many, and after 200 new ones in a day', async () => {
    at.ahead += 86_400_001;
    expect(at.discord.registry.creations).toBe(0);
    const hundred = (letter: string) =>
      Array.from({ length: 100 }, (_, i) => ({ name: `${letter}${i}`, description: 'x' }));
    expect(await refusalOf(put(ping, ping))).toEqual([400, 50035, 'Invalid Form Body']);
    expect(await refusalOf(put(ping, ...hundred('a')))).toEqual([
      400,
      30032,
      'Maximum number of application commands reached (100)',
    ]);
    await put(...hundred('a'));
    await put(...hundred('b'));
    expect(await refusalOf(put(ping))).toEqual([
      400,
      30034,
      'Max number of daily application command creates has been reached (200)',
    ]);
    at.ahead += 86_400_001;
    expect(await refusalOf(put(ping))).toBe('taken');
  });
});
