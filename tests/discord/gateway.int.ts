import { afterEach, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord-api-types/v10';
import { answerOf, bot, textOf, until } from './bot.js';

const at = bot();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

describe('over the real discord.js client', () => {
  test('every command is registered, received and answered', async () => {
    const said = async (who: 'mara' | 'tomas' | 'ines', line: string) =>
      answerOf(at, await at[who].type(line));
    expect(await said('tomas', '/hp character add name:Thorin max:31')).toContain('Thorin joins the party');
    expect(await said('tomas', "/hp damage amount:7 note:goblin's scimitar")).toContain('31 → 24 / 31');
    expect(await said('ines', '/hp heal amount:3 target:Thorin')).toContain('24 → 27 / 31');
    expect(await said('tomas', '/hp temp amount:5')).toContain('5 temporary');
    expect(await said('mara', '/hp set value:1 note:a test target:Thorin')).toContain('27 → 1 / 31');
    expect(await said('mara', '/hp damage amount:20 target:Thorin')).toContain('is dying');
    expect(await said('tomas', '/hp save')).toContain('succeeds on a death save');
    expect(await said('ines', '/hp show target:Thorin')).toContain('Dying');
    expect(await said('ines', '/hp party')).toContain('**Thorin** 0 / 31');
    expect(await said('ines', '/hp log target:Thorin')).toContain('`v1` **31**');
    expect(await said('mara', '/hp damage amount:40 target:Thorin')).toContain('dies');
    expect(await said('tomas', '/hp revive value:2')).toContain('back among the living');
    expect(await said('mara', '/hp character add name:Goblin max:7 kind:creature')).toContain('Goblin joins');
    expect(await said('mara', '/hp character add name:Lia max:9 player:Ines')).toContain('Lia joins');
    expect(await said('ines', '/hp heal amount:1')).toContain('Lia regains');
    expect(await said('tomas', '/hp character rename target:Thorin name:Thráin')).toContain('Thráin');
    expect(await said('tomas', '/hp character use target:Lia')).toContain('your active character');
    expect(await said('tomas', '/hp character retire target:Thráin')).toContain('has retired');
    expect(at.logged.filter(({ level }) => level > 30)).toEqual([]);
  });

  test('a hit where nothing is kept in a channel costs one write, and nothing afterwards either', async () => {
    const hit = async () => {
      const looked = { ...at.looks };
      expect(await answerOf(at, await at.mara.type('/hp damage amount:1 target:Lia'))).toContain(
        'Lia takes 1',
      );
      await until(() => at.looks.feed > looked.feed && at.looks.board > looked.board);
    };
    await hit();
    at.proxy.requests.length = 0;
    await hit();
    expect(at.proxy.requests).toEqual(['PutItem']);
  });

  test('names are completed while they are typed', async () => {
    expect(await at.ines.suggestions('/hp damage amount:1 target:go')).toEqual([
      { name: 'Goblin', value: 'Goblin' },
    ]);
  });

  test('buttons leaf in the trail', async () => {
    for (let i = 0; i < 12; i++) await at.ines.type('/hp heal amount:1 target:Lia');
    const log = await at.ines.type('/hp log target:Lia');
    if (log.kind !== 'message') throw new Error(log.kind);
    expect(await answerOf(at, log)).toContain('`v14`');
    const { message } = at.discord.messages.get(log.messageId);
    const [row] = message.components ?? [];
    if (row?.type !== ComponentType.ActionRow) throw new Error('no buttons');
    const [, older] = row.components;
    if (older === undefined || !('custom_id' in older)) throw new Error('no button');
    const pressed = await at.tomas.press(log.messageId, older.custom_id);
    expect(pressed).toEqual({ kind: 'updated', messageId: log.messageId });
    expect(await answerOf(at, pressed)).toContain('`v1` **9**');
  });

  test('what is for one person alone is seen by that person alone', async () => {
    const refused = await at.tomas.type('/hp damage amount:minus target:Lia');
    expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await answerOf(at, refused)).toContain('is not a number');
    const last = (who: 'tomas' | 'ines') => at[who].messages().at(-1)?.id;
    if (refused.kind !== 'message') throw new Error(refused.kind);
    expect(last('tomas')).toBe(refused.messageId);
    expect(last('ines')).not.toBe(refused.messageId);
    expect(await at.tomas.type('/hp log target:Lia private:true')).toMatchObject({ ephemeral: true });
  });

  test('nobody is ever pinged', async () => {
    await at.tomas.type('/hp heal amount:1 target:Lia note:@everyone <@1300000000000000011>');
    await at.tomas.type('/hp heal amount:1 target:@everyone');
    for (const message of at.tomas.messages()) {
      expect(message.mentions).toEqual([]);
      expect(message.mention_everyone).toBe(false);
    }
  });
});

describe('the deadline', () => {
  test('an answer that takes long is announced, and then there', async () => {
    at.proxy.fate = (operation) => (operation === 'Query' ? { delay: 1_200 } : 'pass');
    const slow = await at.ines.type('/hp show target:Goblin');
    expect(slow).toMatchObject({ kind: 'message', deferred: false });
    at.proxy.fate = (operation) => (operation === 'Query' ? { delay: 1_900 } : 'pass');
    // a name that nobody bears is looked up twice
    const slower = await at.ines.type('/hp log target:Goblin');
    expect(slower.kind).toBe('message');
    at.proxy.fate = () => 'pass';
    await until(() => textOf(at, slower).includes('The trail of Goblin'));
  });

  test('a refusal that takes long is still for its sender alone', async () => {
    at.proxy.fate = (operation) => (operation === 'Query' ? { delay: 1_900 } : 'pass');
    const before = at.ines.messages().length;
    const outcome = await at.tomas.type('/hp damage amount:1 target:Nobody');
    at.proxy.fate = () => 'pass';
    await until(() =>
      at.tomas.messages().some(({ embeds }) => embeds[0]?.description?.includes('No Nobody here') === true),
    );
    expect(outcome.kind).toBe('message');
    expect(at.ines.messages()).toHaveLength(before);
  });

  test('an interaction that comes too late changes nothing', async () => {
    const late = await at.tomas.type('/hp damage amount:5 target:Lia', { at: Date.now() - 2_800 });
    expect(late).toEqual({ kind: 'failed', reason: 'The application did not respond' });
    expect(await answerOf(at, await at.tomas.type('/hp show target:Lia'))).toContain('**9 / 9**');
    expect(at.logged).toContainEqual(
      expect.objectContaining({ msg: expect.stringContaining('too late') as unknown }),
    );
  });

  test('a first answer that is lost on its way is sent again and taken for sent', async () => {
    let lost = 0;
    at.discord.faults.loseAnswer = (_, path) => path.endsWith('/callback') && lost++ === 0;
    const outcome = await at.tomas.type('/hp heal amount:1 target:Lia');
    expect(await answerOf(at, outcome)).toContain('Lia regains 0');
    await until(() => lost === 2);
    expect(at.logged.filter(({ msg }) => msg.includes('not answered'))).toEqual([]);
  });

  test('a store that is away is told of in time, and what became of it is told later, until it arrives', async () => {
    let lost = 0;
    at.discord.faults.loseAnswer = (_, path) => path.endsWith('/callback');
    at.discord.faults.loseRequest = (method) => method === 'PATCH' && lost++ < 2;
    at.proxy.fate = () => 'hang';
    const outcome = await at.tomas.type('/hp damage amount:4 target:Lia');
    expect(await answerOf(at, outcome)).toContain('**not known**');
    at.proxy.fate = () => 'pass';
    await until(() => textOf(at, outcome).includes('9 → 5 / 9'));
    expect(lost).toBe(3);
  });
});

describe('the connection', () => {
  test('that breaks is resumed, and what was typed meanwhile is answered', async () => {
    at.discord.gateway.drop(true);
    expect(await answerOf(at, await at.tomas.type('/hp heal amount:1 target:Lia'))).toContain('5 → 6 / 9');
  });

  test('whose session is gone is made anew', async () => {
    at.discord.gateway.drop(false);
    await until(() => at.discord.gateway.online);
    expect(await answerOf(at, await at.tomas.type('/hp heal amount:1 target:Lia'))).toContain('6 → 7 / 9');
  });
});
