import { describe, expect, test } from '@jest/globals';
import { changed, everyone, group, readButton, trail } from '../../src/replies/index.js';
import type { Entry } from '../../src/replies/index.js';
import { decide, evolve } from '../../src/rules/index.js';
import type { Command, State } from '../../src/rules/index.js';
import { allWords, english } from '../../src/words/index.js';

/** The entries that commands lead to, newest first. */
function entries(...commands: Command[]): Entry[] {
  let state: State | undefined;
  return commands
    .map((command, index) => {
      const event = decide(state, command, '5.2');
      state = evolve(state, event);
      return { version: index + 1, at: '2026-11-23T18:00:00.000Z', by: '100000000000000001', event, state };
    })
    .reverse();
}
const thorin = {
  id: 'c2b8e1d4-51f7-4e0e-9f39-7a4ad0c6b2e3',
  name: 'Thorin',
  kind: 'pc' as const,
  owner: '1',
};
const enroll: Command = { type: 'enroll', kind: 'pc', max: 100 };
const textOf = (reply: ReturnType<typeof changed>) =>
  reply.embeds.map(({ title, description, fields = [] }) =>
    [title, description, ...fields.map(({ value }) => value)].join('\n'),
  )[0] ?? '';
const answer = (...commands: Command[]) => {
  const [latest, ...before] = entries(enroll, ...commands);
  if (latest === undefined) throw new Error('nothing happened');
  return textOf(changed(english, thorin, { numbers: true, entries: [latest, ...before] }));
};

describe('an answer says what the rules did where it is not obvious', () => {
  test.each<[string, Command[]]>([
    [
      '7 fire, halved: 3½ + 7 cold, halved: 3½',
      [
        {
          type: 'damage',
          halved: true,
          parts: [
            { amount: 7, type: 'fire' },
            { amount: 7, type: 'cold' },
          ],
        },
      ],
    ],
    ['28 − 5 fire: 23', [{ type: 'damage', parts: [{ amount: 28, type: 'fire' }], adjust: -5 }]],
    [
      '5 from temporary',
      [
        { type: 'grantTemporary', amount: 5 },
        { type: 'damage', parts: [{ amount: 7 }] },
      ],
    ],
    [
      '8 before; they do not stack',
      [
        { type: 'grantTemporary', amount: 8 },
        { type: 'grantTemporary', amount: 9 },
      ],
    ],
    [
      '5 would be no more; they do not stack',
      [
        { type: 'grantTemporary', amount: 8 },
        { type: 'grantTemporary', amount: 5 },
      ],
    ],
    [
      'in place of 8',
      [
        { type: 'grantTemporary', amount: 8 },
        { type: 'grantTemporary', amount: 5, replace: true },
      ],
    ],
    [
      'd20: 9 + 1 = 10',
      [
        { type: 'damage', parts: [{ amount: 100 }] },
        { type: 'deathSave', roll: 9, bonus: 1 },
      ],
    ],
    [
      'a death save fails',
      [
        { type: 'damage', parts: [{ amount: 100 }] },
        { type: 'damage', parts: [{ amount: 1 }] },
      ],
    ],
    [
      'two death saves fail',
      [
        { type: 'damage', parts: [{ amount: 100 }] },
        { type: 'damage', critical: true, parts: [{ amount: 1 }] },
      ],
    ],
    ['3 more than was left', [{ type: 'damage', parts: [{ amount: 103 }] }]],
  ])('%s', (words, commands) => {
    expect(answer(...commands)).toContain(words);
  });
});

/** The limits of Discord's embeds. */
function expectFits({ embeds }: ReturnType<typeof changed>): void {
  for (const { title = '', description = '', fields = [] } of embeds) {
    expect(title.length).toBeLessThanOrEqual(256);
    expect(description.length).toBeLessThanOrEqual(4_096);
    for (const { value } of fields) expect(value.length).toBeLessThanOrEqual(1_024);
  }
}

test('who was dead already does not die of a lower maximum', () => {
  const killed: Command = { type: 'damage', parts: [{ amount: 500 }] };
  const lowered = answer(killed, { type: 'setMaximum', value: 5 });
  expect(lowered).toContain('Thorin has a maximum of 5 hit points');
  expect(lowered).not.toContain('dies');
  const adjusted = answer(killed, { type: 'adjustMaximum', by: -5 });
  expect(adjusted).toContain('Thorin has a maximum of 95 hit points');
  expect(adjusted).not.toContain('dies');
  // who is up does
  expect(answer({ type: 'adjustMaximum', by: -100 })).toContain('and dies');
});

describe('the longest that can be', () => {
  const worstNote = '`'.repeat(200);
  const worstName = '*'.repeat(31) + 'x';
  const part = { amount: 9_998, type: 'bludgeoning' as const };
  const adjust = -999;
  const hits = Array.from({ length: 10 }, (): Command => ({
    type: 'damage',
    parts: [part, part, part],
    adjust,
    note: worstNote,
    halved: true,
  }));
  const survivable = hits.map((hit) =>
    hit.type === 'damage' ? { ...hit, parts: [{ ...part, amount: 1_001 }] } : hit,
  );

  test('fits into an answer and a page of the trail', () => {
    const all = entries({ ...enroll, max: 9_999 }, ...survivable);
    const worst = { ...thorin, name: worstName };
    expectFits(changed(english, worst, { numbers: true, entries: all }));
    const sight = { numbers: true as const, entries: all.slice(0, 10) };
    expectFits(trail(english, { character: worst, sight, filter: {} }, false));
  });

  test('dice fit into an answer, a page of the trail, and an answer for fifty', () => {
    const rolled = `100d1000: [${Array.from({ length: 100 }, () => 1_000).join(', ')}]`.slice(0, 1_000);
    const dice: Command = {
      type: 'damage',
      parts: [{ ...part, amount: 100, rolled }],
      adjust,
      note: worstNote,
    };
    const all = entries({ ...enroll, max: 9_999 }, ...Array.from({ length: 10 }, () => dice));
    const worst = { ...thorin, name: worstName };
    for (const words of allWords) {
      expectFits(changed(words, worst, { numbers: true, entries: all }));
      const page = trail(
        words,
        { character: worst, sight: { numbers: true, entries: all }, filter: {} },
        false,
      );
      expectFits(page);
      // every entry is there, however much of it
      expect(textOf(page).match(/`v\d+`/g)).toHaveLength(11);
      const members = Array.from({ length: 50 }, () => ({
        character: { ...thorin, name: 'Thorin Oakenshield' },
        sight: { numbers: true as const, entries: all.slice(0, 1) },
      }));
      const many = group(words, members, [{ name: worstName, refused: { code: 'dead' } }]);
      expectFits(many);
      expect(textOf(many).match(/Thorin Oakenshield/g)?.length).toBeGreaterThan(35);
    }
  });

  test('fits into the party, and says how many there are more', () => {
    const [latest] = entries(enroll);
    if (latest === undefined) throw new Error('nothing happened');
    const many = Array.from({ length: 200 }, () => ({
      character: { ...thorin, name: worstName },
      sight: { numbers: true as const, entries: [latest] },
    }));
    const reply = everyone(english, many);
    expectFits(reply);
    expect(textOf(reply)).toMatch(/and \d+ more/);
  });
});

test('a button under the trail says where it leads', () => {
  const sight = { numbers: true as const, entries: entries(enroll) };
  const filter = { by: '100000000000000001', since: 1_700_000_000_000 };
  const { components = [] } = trail(english, { character: thorin, sight, filter, older: 4 }, true);
  const ids = components.flatMap(({ components }) =>
    components.map((one) => ('custom_id' in one ? one.custom_id : '')),
  );
  const page = { character: thorin.id, privately: true, ...filter };
  expect(ids.map(readButton)).toEqual([
    { does: 'leaf', page: { ...page, from: 0 } },
    { does: 'leaf', page: { ...page, from: 4 } },
  ]);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  expect(readButton('something:else')).toBeUndefined();
});
