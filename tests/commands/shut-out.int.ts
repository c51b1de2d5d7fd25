import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openWatching } from '../../src/party/index.js';
import { feedIdOf, feeds, rosterIdOf, rosters } from '../../src/party/streams.js';
import { itemSize } from '../support/item-size.js';
import { buttonOf, ines, interactionId, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/** Mara is the DM, Tomas a player without rights. */
const at = tables();
const opened = (server?: string) => at.open(server);

/** The bytes of the newest item of a stream. */
async function newestItemOf(id: string): Promise<number> {
  const { Items = [] } = await at.store.documents.send(
    new QueryCommand({
      TableName: at.store.table,
      KeyConditionExpression: 'Id = :id',
      ExpressionAttributeValues: { ':id': id },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items.reduce((sum, item) => sum + itemSize(item), 0);
}

describe('a player adds and retires 150 characters', () => {
  const sizes = new Map<number, number>();
  let table: Table;
  beforeAll(async () => {
    table = await opened();
    await table.as(mara, 'character add', { name: 'Hero', max: 31 });
    for (let hit = 0; hit < 12; hit++) await table.as(mara, 'damage', { amount: '1', target: 'Hero' });
    const longAgo = interactionId(Date.UTC(2020, 2, 1, 20, 15));
    await table.as(mara, 'character retire', { target: 'Hero' }, longAgo);
    for (let nth = 1; nth <= 150; nth++) {
      const name = `Rat ${String(nth).padStart(3, '0')}`;
      await table.as(tomas, 'character add', { name, max: 10 });
      await table.as(tomas, 'character retire', { target: name });
      // the Hero has retired too
      if (nth === 99 || nth === 149) sizes.set(nth, await newestItemOf(rosterIdOf(table.server)));
    }
  }, 120_000);

  /** As another process sees it, which remembers nothing. */
  const elsewhere = () => opened(table.server);

  test.each(['log', 'show', 'verify', 'export'])('/hp %s still finds the Hero of the DM', async (path) => {
    for (const here of [table, await elsewhere()]) {
      const reply = await here.as(ines, path, { target: 'hero' });
      expect(reply.failed).toBeUndefined();
      expect(JSON.stringify({ ...reply, files: reply.files?.map(({ name }) => name) })).toContain('Hero');
    }
  });

  test('the log can be paged, and what changes anything says that the Hero has retired', async () => {
    const log = await (await elsewhere()).as(ines, 'log', { target: 'Hero' });
    expect(textOf(log)).toContain('`v13`');
    const older = await (await elsewhere()).press(ines, buttonOf(log, 'Older').custom_id);
    expect(textOf(older)).toMatch(/`v3`[\s\S]*`v2`[\s\S]*`v1`/);
    expect(textOf(await (await elsewhere()).as(mara, 'damage', { amount: '1', target: 'Hero' }))).toContain(
      'Hero has retired',
    );
  });

  test('a line of the feed is held against the Hero whom it names', async () => {
    const verified = await table.as(ines, 'verify', { target: 'Hero' });
    const [, mark = ''] = /`(v13 [0-9a-f]{12})`/.exec(textOf(verified)) ?? [];
    for (const line of [`\`${mark}\` **Hero** **−1** → 19 · damage`, `${mark} Hero −1 → 19 · damage`]) {
      const reply = await (await elsewhere()).as(ines, 'verify', { line });
      expect(textOf(reply)).toContain('The trail of Hero is whole and unaltered');
      expect(textOf(reply)).toContain(`Still there: \`${mark}\``);
    }
  });

  test('autocomplete offers the Hero where there is something to look at, with when he left', async () => {
    const fresh = await elsewhere();
    const hero = { name: 'Hero · retired 2020-03-01 20:15 UTC', value: 'Hero' };
    for (const path of ['log', 'show', 'verify', 'export', 'chart'])
      expect(await fresh.suggest(ines, { target: 'her' }, 'target', path)).toEqual([hero]);
    expect(await fresh.suggest(ines, { target: 'her' }, 'target', 'damage')).toEqual([]);
    expect(await fresh.suggest(ines, { target: 'rat 014' }, 'target', 'log')).toHaveLength(1);
    fresh.locale = 'de';
    expect(await fresh.suggest(ines, { target: 'her' }, 'target', 'log')).toEqual([
      { name: 'Hero · verabschiedet 2020-03-01 20:15 UTC', value: 'Hero' },
    ]);
  });

  test('of several with one name the living is meant, then the last that left; each can be chosen', async () => {
    const versionsOf = async (target: string) =>
      [...textOf(await (await elsewhere()).as(ines, 'log', { target })).matchAll(/`v(\d+)`/g)].length;
    await table.as(mara, 'character add', { name: 'Hero', max: 20 });
    expect(await versionsOf('Hero')).toBe(1);
    await table.as(mara, 'damage', { amount: '2', target: 'Hero' });
    await table.as(mara, 'character retire', { target: 'Hero' });
    expect(await versionsOf('Hero')).toBe(2);
    const [last, first] = await table.suggest(ines, { target: 'Hero' }, 'target', 'log');
    expect(last?.value).toBe('Hero');
    expect(first?.name).toContain('2020-03-01');
    expect(await versionsOf(first?.value ?? '')).toBe(10);
    // of many that share a name the day finds the one
    expect(await table.suggest(ines, { target: 'Hero 2020-03' }, 'target', 'log')).toEqual([first]);
    await table.as(mara, 'character add', { name: 'hero', max: 9 });
    expect(await versionsOf('Hero')).toBe(1);
    const offered = await table.suggest(ines, { target: 'Hero' }, 'target', 'log');
    expect(offered.map(({ name }) => name.slice(0, 14))).toEqual([
      'hero',
      'Hero · retired',
      'Hero · retired',
    ]);
    expect(await versionsOf(offered[1]?.value ?? '')).toBe(2);
  });

  test('a name taken in another process a moment ago means whoever has it now', async () => {
    const other = await elsewhere();
    await other.as(tomas, 'character add', { name: 'Rat 007', max: 7 });
    expect(textOf(await table.as(ines, 'show', { target: 'Rat 007' }))).toContain('7 / 7');
  });

  test('an event of the roster is as large after 150 as after 100', () => {
    expect(sizes.get(99)).toBeGreaterThan(10_000);
    expect(Math.abs((sizes.get(149) ?? 0) - (sizes.get(99) ?? 0))).toBeLessThan(16);
  });

  test('the roster is whole', async () => {
    expect(await table.ledger.verify(rosters, rosterIdOf(table.server))).toMatchObject({ ok: true });
  });
});

describe('one person has at most 25 living characters', () => {
  let table: Table;
  beforeAll(async () => {
    table = await opened();
    for (let nth = 1; nth <= 25; nth++)
      await table.as(tomas, 'character add', { name: `Rat ${nth}`, max: 10 });
  }, 60_000);
  const adds = async (person: typeof tomas, name: string, options: Record<string, string> = {}) => {
    const reply = await table.as(person, 'character add', { name, max: 10, ...options });
    return reply.private ? textOf(reply) : 'added';
  };

  test('the 26th is refused, with what to do, until one retires', async () => {
    expect(await adds(tomas, 'Rat 26')).toMatch(
      /You have 25 characters here.*`\/hp character retire`.*the DM/s,
    );
    await table.as(tomas, 'character retire', { target: 'Rat 25' });
    expect(await adds(tomas, 'Rat 26')).toBe('added');
    expect(await adds(tomas, 'Rat 27')).toContain('You have 25 characters here');
    // nobody else is held up
    expect(await adds(ines, 'Lia')).toBe('added');
  });

  test('who hands them over has no more room for it', async () => {
    for (const nth of [1, 2, 3])
      await table.as(tomas, 'character give', { target: `Rat ${nth}`, player: ines.id });
    expect(await adds(tomas, 'Rat 27')).toContain('You have 25 characters here');
  });

  test('nobody is given more than 25, except by the DM', async () => {
    for (let nth = 1; nth <= 21; nth++) expect(await adds(ines, `Cat ${nth}`)).toBe('added');
    expect(await adds(ines, 'Cat 22')).toContain('You have 25 characters here');
    const given = { target: 'Rat 4', player: ines.id };
    expect(textOf(await table.as(tomas, 'character give', given))).toContain('They have 25 characters here');
    expect((await table.as(mara, 'character give', given)).private).toBe(false);
  });

  test('the DM has room as long as the roster has, for themselves and for others', async () => {
    for (let nth = 1; nth <= 26; nth++)
      expect(await adds(mara, `Goblin ${nth}`, { kind: 'npc' })).toBe('added');
    expect(await adds(mara, 'Rat 27', { player: tomas.id })).toBe('added');
  });
});

describe('a feed on a server where 200 creatures come and go', () => {
  test('posts each entry once, and its state does not grow', async () => {
    const table = await opened();
    const { server, ledger } = table;
    const watching = openWatching(ledger);
    const chosen = interactionId(Date.now() - 3 * 3_600_000);
    await table.as(mara, 'settings feed', { channel: '100000000000000055' }, chosen);
    const watched = { channel: '100000000000000055', locale: 'en-US', by: mara.id, chosen };
    const posted = new Map<string, number[]>();
    /** Posts all that there is. */
    const keep = async () => {
      for (let message = 0; message < 100; message++) {
        const claim = await watching.nextClaim(await watching.feedNow(server, 0), 0);
        if (claim === undefined) return;
        expect(await watching.recordFeed(server, watched, { type: 'claim', details: claim })).toBe(true);
        const told = await watching.told(server, (await watching.feedNow(server, 0)).roster, claim);
        expect('entries' in told ? told.entries : told.stretches).not.toHaveLength(0);
        for (const { character, from, to } of claim.batch)
          for (let version = from; version <= to; version++)
            posted.set(character, [...(posted.get(character) ?? []), version]);
        const details = { nonce: claim.nonce, message: null };
        await watching.recordFeed(server, watched, { type: 'confirm', details });
      }
      throw new Error('the feed has always something to post');
    };
    const stateSize = async () => {
      const { state } = await ledger.project(feeds, feedIdOf(server));
      return { size: JSON.stringify(state).length, characters: Object.keys(state.posted).length };
    };
    await watching.openFeed(
      server,
      (await watching.feedNow(server, 0)).roster,
      watched,
      Date.now() - 7_200_000,
    );
    const sizes = [];
    for (let nth = 1; nth <= 200; nth++) {
      // so long ago that nothing of it can come any more
      const then = () => interactionId(Date.now() - 7_200_000);
      await table.as(mara, 'character add', { name: `Rat ${nth}`, max: 9, kind: 'npc' }, then());
      // now and then many come and go before anyone looks
      if (nth <= 20 || (nth > 95 && nth <= 105) || nth > 190) {
        await keep();
        await table.as(mara, 'damage', { amount: '3', target: `Rat ${nth}` }, then());
      }
      await table.as(mara, 'character retire', { target: `Rat ${nth}` }, then());
      if (nth === 20 || nth === 105 || nth === 200) {
        await keep();
        sizes.push(await stateSize());
      }
    }
    expect(Math.max(...sizes.map(({ characters }) => characters))).toBeLessThan(40);
    expect(posted.size).toBe(200);
    for (const id of posted.keys()) {
      const versions = await ledger.latestVersion(id);
      expect(posted.get(id)).toEqual(Array.from({ length: versions }, (_, index) => index + 1));
    }
    expect(await ledger.verify(feeds, feedIdOf(server))).toMatchObject({ ok: true });
  }, 120_000);
});
