import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import {
  completions,
  decide,
  emptyRoster,
  evolve,
  findCharacter,
  rosterSchema,
} from '../../src/roster/index.js';
import type { Roster, RosterCommand } from '../../src/roster/index.js';
import { eventSchema, RosterRefusal } from '../../src/roster/index.js';
import { adding, idOf, mara, rosterAfter, tomas } from './given.js';

const refused = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    if (error instanceof RosterRefusal) return error.refused;
    throw error;
  }
  return 'not refused';
};

describe('the roster', () => {
  test("a player's first character is the one that their commands mean", () => {
    const roster = rosterAfter(adding('Thorin'), adding('Lia'));
    expect(roster.active).toEqual({ [tomas]: idOf(roster, 'Thorin') });
  });

  test('a creature does not become the one that its DM means', () => {
    expect(rosterAfter(adding('Goblin', mara, 'npc')).active).toEqual({});
  });

  test('`use` chooses another one', () => {
    const before = rosterAfter(adding('Thorin'), adding('Lia'));
    const id = idOf(before, 'Lia');
    const roster = evolve(before, decide(before, { type: 'use', id, person: tomas }));
    expect(roster.active).toEqual({ [tomas]: id });
    expect(refused(() => decide(roster, { type: 'use', id, person: tomas }))).toMatchObject({
      code: 'already-active',
    });
  });

  test('a character that is handed over is the new owner’s, and what they mean if they meant none', () => {
    const before = rosterAfter(adding('Thorin'));
    const id = idOf(before, 'Thorin');
    const roster = evolve(before, decide(before, { type: 'give', id, to: mara }));
    expect(roster.characters).toMatchObject([{ owner: mara }]);
    expect(roster.active).toEqual({ [mara]: id });
    expect(refused(() => decide(roster, { type: 'give', id, to: mara }))).toEqual({
      code: 'owner-same',
      name: 'Thorin',
    });
    const creature = rosterAfter(adding('Goblin', mara, 'npc'));
    const give: RosterCommand = { type: 'give', id: idOf(creature, 'Goblin'), to: tomas };
    expect(refused(() => decide(creature, give))).toEqual({ code: 'creature-not-given', name: 'Goblin' });
  });

  test('a creature can be hidden, shown again, and be a player character; that one can’t be hidden', () => {
    const before = rosterAfter(adding('Goblin', mara, 'npc'));
    const id = idOf(before, 'Goblin');
    const edited = (roster: Roster, change: Extract<RosterCommand, { type: 'edit' }>['change']) =>
      evolve(roster, decide(roster, { type: 'edit', id, change }));
    const hidden = edited(before, { hidden: true });
    expect(hidden.characters).toMatchObject([{ hidden: true }]);
    expect(refused(() => edited(hidden, { kind: 'pc' }))).toEqual({
      code: 'hidden-creatures-only',
      name: 'Goblin',
    });
    const tamed = edited(hidden, { kind: 'pc', hidden: false });
    expect(tamed.characters).toMatchObject([{ kind: 'pc', hidden: false }]);
    expect(rosterSchema.parse(tamed)).toEqual(tamed);
  });

  test('settings change one by one; what is so already is refused', () => {
    const set = (roster: Roster, settings: Partial<Roster['settings']>) =>
      evolve(roster, decide(roster, { type: 'set', settings }));
    const roster = set(set(emptyRoster, { rules: '5.1' }), { dmRole: '100000000000000077' });
    expect(roster.settings).toEqual({
      rules: '5.1',
      dmRole: '100000000000000077',
      whoMayChange: 'everyone',
    });
    expect(refused(() => set(roster, { rules: '5.1' }))).toEqual({ code: 'settings-same' });
    expect(set(roster, { dmRole: null }).settings.dmRole).toBeNull();
  });

  test('a rename keeps the character and frees the old name', () => {
    const before = rosterAfter(adding('Thorin'));
    const id = idOf(before, 'Thorin');
    const roster = evolve(before, decide(before, { type: 'rename', id, name: 'Thráin' }));
    expect(idOf(roster, 'Thráin')).toBe(id);
    expect(decide(roster, adding('Thorin'))).toMatchObject({ type: 'CharacterAdded' });
  });

  test('a rename may change the case of its own name, not take that of another', () => {
    const roster = rosterAfter(adding('thorin'), adding('Lia'));
    const id = idOf(roster, 'thorin');
    expect(decide(roster, { type: 'rename', id, name: 'Thorin' })).toMatchObject({
      details: { to: 'Thorin' },
    });
    expect(refused(() => decide(roster, { type: 'rename', id, name: 'lía' }))).toMatchObject({
      code: 'name-taken',
    });
    expect(refused(() => decide(roster, { type: 'rename', id, name: 'thorin' }))).toMatchObject({
      code: 'name-same',
    });
  });

  test('who retires is nobody’s active character any more, and the name is free', () => {
    const before = rosterAfter(adding('Thorin'));
    const id = idOf(before, 'Thorin');
    const roster = evolve(before, decide(before, { type: 'retire', id }));
    expect(roster.active).toEqual({});
    expect(refused(() => decide(roster, { type: 'retire', id }))).toMatchObject({
      code: 'character-retired',
    });
    expect(decide(roster, adding('Thorin'))).toMatchObject({ type: 'CharacterAdded' });
  });

  test('holds 200 living characters', () => {
    const full = rosterAfter(...Array.from({ length: 200 }, (_, i) => adding(`Goblin ${i}`, mara, 'npc')));
    expect(refused(() => decide(full, adding('One more')))).toEqual({
      code: 'roster-full',
      most: 200,
    });
    const room = evolve(full, decide(full, { type: 'retire', id: idOf(full, 'Goblin 7') }));
    expect(decide(room, adding('One more'))).toMatchObject({ type: 'CharacterAdded' });
  });

  test('of those that retired it holds 51 to 100, in the order in which they left; an earlier state holds the others', () => {
    const states = [emptyRoster];
    const now = () => states.at(-1) ?? emptyRoster;
    const does = (command: RosterCommand) => states.push(evolve(now(), decide(now(), command)));
    const left: string[] = [];
    // those who came first leave last
    for (let hundred = 0; hundred < 3; hundred++) {
      for (let i = 0; i < 100; i++) does(adding(`Goblin ${hundred * 100 + i}`, mara, 'npc'));
      const here = now().characters.filter((one) => one.retired === undefined);
      for (const { id } of here.toReversed()) {
        does({ type: 'retire', id, at: '2026-11-23T19:30:00.000Z' });
        left.push(id);
        const held = now().characters.filter((one) => one.retired !== undefined);
        expect(held.map((one) => one.id)).toEqual(left.slice(-held.length));
        expect(held.length).toBeGreaterThanOrEqual(Math.min(left.length, 51));
        expect(held.length).toBeLessThanOrEqual(100);
        expect(now()).toMatchObject({ version: states.length - 1, retirements: left.length });
      }
    }
    // all are found, from state to state
    const found = new Set<string>();
    let state: Roster | undefined = now();
    for (let hop = 0; state !== undefined && hop < 10; hop++) {
      for (const one of state.characters) found.add(one.id);
      state = states[state.earlier ?? -1];
    }
    expect(state).toBeUndefined();
    expect(found).toEqual(new Set(left));
  });

  test('is as large after 300 have retired as after 100', () => {
    let roster = emptyRoster;
    const sizes = [];
    for (let nth = 1; nth <= 300; nth++) {
      const command = adding(`Goblin ${String(nth).padStart(3, '0')}`, mara, 'npc');
      roster = evolve(roster, decide(roster, command));
      const [{ id } = { id: '' }] = roster.characters.filter((one) => one.retired === undefined);
      roster = evolve(roster, decide(roster, { type: 'retire', id, at: '2026-11-23T19:30:00.000Z' }));
      if (nth % 100 === 0) sizes.push(JSON.stringify({ ...roster, version: 0, earlier: 0 }).length);
    }
    expect(sizes).toEqual([sizes[0], sizes[0], sizes[0]]);
  });

  test('one person has at most 25 living characters, where the command says so', () => {
    const most = 25;
    const full = rosterAfter(...Array.from({ length: 25 }, (_, i) => adding(`Rat ${i}`)));
    const one = adding('One more');
    expect(refused(() => decide(full, { ...one, most }))).toEqual({ code: 'too-many-characters', most });
    expect(decide(full, one)).toMatchObject({ type: 'CharacterAdded' });
    expect(decide(full, { ...adding('One more', mara), most })).toMatchObject({ type: 'CharacterAdded' });
    const after = (command: RosterCommand) => evolve(full, decide(full, command));
    const retired = after({ type: 'retire', id: idOf(full, 'Rat 7') });
    expect(decide(retired, { ...one, most })).toMatchObject({ type: 'CharacterAdded' });
    // who hands one over has brought it here all the same
    const id = idOf(full, 'Rat 7');
    const given = after({ type: 'give', id, to: mara });
    expect(refused(() => decide(given, { ...one, most }))).toMatchObject({ code: 'too-many-characters' });
    const back = evolve(given, decide(given, { type: 'give', id, to: tomas, most }));
    expect(back.characters).toEqual(full.characters);
    const other = rosterAfter(
      ...Array.from({ length: 25 }, (_, i) => adding(`Rat ${i}`)),
      adding('Lia', mara),
    );
    const give: RosterCommand = { type: 'give', id: idOf(other, 'Lia'), to: tomas, most };
    expect(refused(() => decide(other, give))).toEqual({ code: 'owner-full', name: 'Lia', most });
  });

  test('of those who chose another’s character and have none a hundred are remembered, the latest among them', () => {
    const before = rosterAfter(adding('Thorin'), adding('Lia', mara));
    const id = idOf(before, 'Thorin');
    const guest = (nth: number) => String(100000000000001000n + BigInt(nth));
    const choosing = (roster: Roster, person: string) =>
      evolve(roster, decide(roster, { type: 'use', id, person }));
    let roster = before;
    for (let nth = 300; nth > 0; nth--) {
      roster = choosing(roster, guest(nth));
      expect(roster.active[guest(nth)]).toBe(id);
    }
    expect(Object.keys(roster.active)).toHaveLength(102);
    expect(roster.active).toMatchObject(before.active);
  });
});

describe('finding a character', () => {
  const roster = rosterAfter(
    adding('Thorin'),
    adding('Thráin'),
    adding('Lia'),
    adding('Ann'),
    adding('Anna'),
  );
  const find = (typed: string) => findCharacter(roster, typed).name;

  test.each([
    ['Thorin', 'Thorin'],
    ['THO', 'Thorin'],
    ['thra', 'Thráin'],
    [' lia ', 'Lia'],
    ['ann', 'Ann'],
  ])('%j is %s', (typed, name) => {
    expect(find(typed)).toBe(name);
  });

  test.each([
    ['Th', { code: 'character-ambiguous', typed: 'Th', names: ['Thorin', 'Thráin'] }],
    ['Thorn', { code: 'character-unknown', typed: 'Thorn', suggestions: ['Thorin'] }],
    ['Smaug', { code: 'character-unknown', typed: 'Smaug', suggestions: [] }],
    ['', { code: 'character-unknown', typed: '', suggestions: [] }],
  ])('%j is refused in a way that helps', (typed, refusal) => {
    expect(refused(() => find(typed))).toEqual(refusal);
  });

  test('who retired is named as such, and is found for looking', () => {
    const left = evolve(roster, decide(roster, { type: 'retire', id: idOf(roster, 'Lia') }));
    expect(refused(() => findCharacter(left, 'lia'))).toEqual({
      code: 'character-retired',
      name: 'Lia',
    });
    expect(findCharacter(left, 'lia', { retired: true }).name).toBe('Lia');
    expect(findCharacter(left, 'li', { retired: true }).name).toBe('Lia');
  });

  test('of several that left under one name the last is meant, whenever they came', () => {
    const before = rosterAfter(adding('Bo'), adding('Thorin'));
    const [bo, thorin] = [idOf(before, 'Bo'), idOf(before, 'Thorin')];
    const after = [
      { type: 'retire' as const, id: thorin },
      { type: 'rename' as const, id: bo, name: 'Thorin' },
      { type: 'retire' as const, id: bo },
    ].reduce((roster, command) => evolve(roster, decide(roster, command)), before);
    expect(findCharacter(after, 'Thorin', { retired: true }).id).toBe(bo);
    expect(findCharacter(after, 'Tho', { retired: true }).id).toBe(bo);
  });

  test('completions begin with what was typed, then hold it', () => {
    expect(completions(roster, 'an', 25)).toEqual(['Ann', 'Anna']);
    expect(completions(roster, 'in', 25)).toEqual(['Thorin', 'Thráin']);
    expect(completions(roster, '', 2)).toEqual(['Thorin', 'Thráin']);
  });
});

test('over random histories: valid events and states, no two living of one name, actives alive', () => {
  const name = fc.constantFrom('Thorin', 'thorin', 'Lia', 'Ann', 'Änn', 'Goblin', ' Goblin ', '', 'party');
  const person = fc.constantFrom(mara, tomas);
  const step = fc.record({
    kind: fc.constantFrom('add', 'rename', 'retire', 'use'),
    name,
    person,
    nth: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let roster = emptyRoster;
      for (const { kind, name, person, nth } of steps) {
        const id = roster.characters[nth]?.id ?? v4();
        const command: RosterCommand =
          kind === 'add'
            ? adding(name, person)
            : kind === 'rename'
              ? { type: 'rename', id, name }
              : kind === 'retire'
                ? { type: 'retire', id }
                : { type: 'use', id, person };
        refused(() => {
          const event = decide(roster, command);
          expect(eventSchema.parse(event)).toEqual(event);
          roster = evolve(roster, event);
        });
        expect(rosterSchema.parse(roster)).toEqual(roster);
        const living = roster.characters.filter((one) => one.retired === undefined);
        const keys = living.map((one) => one.name.toLowerCase().replace('ä', 'a'));
        expect(new Set(keys).size).toBe(keys.length);
        expect(living.map((one) => one.id)).toEqual(expect.arrayContaining(Object.values(roster.active)));
      }
    }),
    { numRuns: 300 },
  );
});
