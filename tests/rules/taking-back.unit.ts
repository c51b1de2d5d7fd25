import { describe, expect, test } from '@jest/globals';
import { decide, evolve, Refusal } from '../../src/rules/index.js';
import type { Amendment, Command, Event, Passed, State } from '../../src/rules/index.js';
import {
  adjusted,
  concentrating,
  damage,
  deathSave,
  edited,
  enrolled,
  healing,
  hit,
  longRest,
  maximumOf,
  revival,
  setTo,
  shortRest,
  temporary,
} from './game.js';

/** A character's events so far; v1 is the first. By SRD 5.2.1. */
class Trail {
  readonly events: Passed[] = [];
  state: State | undefined;

  constructor(...commands: Command[]) {
    this.then(...commands);
  }

  then(...commands: Command[]): this {
    for (const command of commands) {
      const event = this.decide(command);
      this.state = evolve(this.state, event, { before: undefined, events: this.events });
      this.events.push({ version: this.events.length + 1, event });
    }
    return this;
  }

  /** Takes a version back, and what that says of those after it. */
  undo(version: number) {
    return this.correct({ type: 'undo', version });
  }

  amend(version: number, amendment: Amendment) {
    return this.correct({ type: 'amend', version, amendment, note: 'put right' });
  }

  refusal(command: Command): unknown {
    try {
      this.decide(command);
    } catch (error) {
      if (error instanceof Refusal) return error.refused;
      throw error;
    }
    return 'nothing: it was done';
  }

  private correct(command: Command) {
    const { details } = this.then(command).events.at(-1)?.event ?? {};
    return details !== undefined && 'differences' in details ? details.differences : undefined;
  }

  private decide(command: Command): Event {
    return decide(this.state, command, '5.2', { before: undefined, events: this.events });
  }
}

describe('taking back', () => {
  test('a hit after which a heal was clamped at the maximum: the heal does not count twice', () => {
    // 20 − 8 = 12, + 15 = 20 of 27; without the hit the heal finds nothing to heal
    const trail = new Trail(enrolled({ max: 20 }), hit(8), healing(15), hit(5));
    expect(trail.state).toMatchObject({ current: 15 });
    expect(trail.undo(2)).toEqual([
      {
        version: 3,
        was: { change: 8, current: 20, temporary: 0, condition: 'up' },
        now: { change: 0, current: 20, temporary: 0, condition: 'up' },
      },
    ]);
    expect(trail.state).toMatchObject({ current: 15 });
  });

  test('the hit that dropped, with death saves after it: they were none', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(20), deathSave(4), deathSave(15));
    expect(trail.state).toMatchObject({ condition: 'dying', deathSaves: { successes: 1, failures: 1 } });
    trail.undo(2);
    expect(trail.state).toMatchObject({
      current: 20,
      condition: 'up',
      deathSaves: { successes: 0, failures: 0 },
    });
  });

  test('the hit that killed, with death saves between: dying, as many saves as before', () => {
    const trail = new Trail(
      enrolled({ max: 20 }),
      hit(20),
      deathSave(4),
      deathSave(11),
      hit(1, { critical: true }),
    );
    expect(trail.state).toMatchObject({ condition: 'dead' });
    trail.undo(5);
    expect(trail.state).toMatchObject({ condition: 'dying', deathSaves: { successes: 1, failures: 1 } });
  });

  test('the death save that failed thrice: what was done to the living is done after all', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(20), deathSave(1), deathSave(5));
    expect(trail.state).toMatchObject({ condition: 'dead' });
    expect(trail.refusal(healing(4))).toEqual({ code: 'dead' });
    trail.then(revival(1));
    const differences = trail.undo(4);
    // who never died is not revived
    expect(trail.state).toMatchObject({ current: 0, condition: 'dying' });
    expect(differences).toEqual([
      expect.objectContaining({
        version: 5,
        now: expect.objectContaining({ change: 0, condition: 'dying' }),
      }),
    ]);
  });

  test('temporary hit points that are spent already: the hit goes to the others', () => {
    const trail = new Trail(enrolled({ max: 20 }), temporary(8), hit(10));
    expect(trail.state).toMatchObject({ current: 18, temporary: 0 });
    expect(trail.undo(2)).toEqual([
      expect.objectContaining({ version: 3, now: expect.objectContaining({ change: -10, current: 10 }) }),
    ]);
    expect(trail.state).toMatchObject({ current: 10, temporary: 0 });
  });

  test('a hit that made a later one massive: it only dropped, and death saves count again', () => {
    // at 5 of 20 a hit for 25 leaves 20 over: dead at once; at 20 it leaves 5 over
    const trail = new Trail(enrolled({ max: 20 }), hit(15), hit(25));
    expect(trail.state).toMatchObject({ condition: 'dead' });
    expect(trail.undo(2)).toEqual([
      expect.objectContaining({
        version: 3,
        was: expect.objectContaining({ condition: 'dead' }),
        now: expect.objectContaining({ condition: 'dying' }),
      }),
    ]);
    expect(trail.state).toMatchObject({ current: 0, condition: 'dying' });
  });

  test('a number that was put right by hand: what came before it counts again', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(3), setTo(9), healing(2));
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 19 });
  });

  test('a hit before a long rest changes nothing now, and is told so', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(7), longRest, hit(2));
    expect(trail.undo(2)).toEqual([
      expect.objectContaining({ version: 3, now: expect.objectContaining({ change: 0 }) }),
    ]);
    expect(trail.events.at(-1)?.event.change).toBe(0);
    expect(trail.state).toMatchObject({ current: 18 });
  });

  test('the hit that ended concentration: it went on', () => {
    const trail = new Trail(enrolled({ max: 20 }), concentrating, hit(20), healing(5));
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 20, concentration: 'Bless' });
  });

  test('a taking back is taken back: redo, and undo again', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(8), hit(3));
    trail.undo(2);
    expect(trail.state).toMatchObject({ current: 17 });
    trail.undo(4);
    expect(trail.state).toMatchObject({ current: 9 });
    expect(trail.events.at(-1)?.event.details).toMatchObject({ version: 4, entry: 2, again: true });
    trail.undo(5);
    expect(trail.state).toMatchObject({ current: 17 });
  });
});

describe('putting right', () => {
  test('it was 12, not 21', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(21));
    const differences = trail.amend(2, { parts: [{ amount: 12 }] });
    expect(trail.state).toMatchObject({ current: 8, condition: 'up' });
    expect(differences).toEqual([
      {
        version: 2,
        was: { change: -20, current: 0, temporary: 0, condition: 'dying' },
        now: { change: -12, current: 8, temporary: 0, condition: 'up' },
      },
    ]);
  });

  test('it was resisted', () => {
    const trail = new Trail(enrolled({ max: 40 }), hit(15));
    trail.amend(2, { resisted: true });
    expect(trail.state).toMatchObject({ current: 33 });
  });

  test('it was fire, which meets a resistance', () => {
    const resistances = { resistances: ['fire' as const], immunities: [], vulnerabilities: [] };
    const trail = new Trail(
      { type: 'enroll', kind: 'pc', max: 40, defenses: resistances },
      damage({ parts: [{ amount: 15, type: 'cold' }] }),
    );
    trail.amend(2, { damageType: 'fire' });
    expect(trail.state).toMatchObject({ current: 33 });
    // once more, of the amendment: its amount, of the type that it has by now
    trail.amend(3, { parts: [{ amount: 8 }] });
    expect(trail.state).toMatchObject({ current: 36 });
    // without the second the first holds
    trail.undo(4);
    expect(trail.state).toMatchObject({ current: 33 });
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 25 });
  });

  test('a saving throw was made, or was not', () => {
    const trail = new Trail(enrolled({ max: 40 }), hit(15, { halved: true }));
    trail.amend(2, { halved: false });
    expect(trail.state).toMatchObject({ current: 25 });
  });

  test.each([
    ['healing', [hit(15), healing(3)], 3, 5, { current: 10 }],
    ['temporary hit points', [temporary(3)], 2, 5, { temporary: 5 }],
    ['a number', [setTo(3)], 2, 5, { current: 5 }],
    ['a death save', [hit(20), deathSave(12)], 3, 5, { deathSaves: { successes: 0, failures: 1 } }],
    ['a revival', [hit(99), revival(3)], 3, 5, { current: 5 }],
  ])('%s', (_, commands, version, amount, expected) => {
    const trail = new Trail(enrolled({ max: 20 }), ...commands);
    trail.amend(version, { parts: [{ amount }] });
    expect(trail.state).toMatchObject(expected);
  });
});

const fire = (amount: number) => ({ amount, type: 'fire' as const });
const cold = (amount: number) => ({ amount, type: 'cold' as const });

describe('two amendments of one event are independent', () => {
  const burnt = () => new Trail(enrolled({ max: 100 }), damage({ parts: [fire(20)] }));

  test('the first is undone: what the second alone would have given', () => {
    const trail = burnt();
    trail.amend(2, { halved: true });
    expect(trail.state).toMatchObject({ current: 90 });
    trail.amend(2, { parts: [{ amount: 30 }] });
    expect(trail.state).toMatchObject({ current: 85 });
    const differences = trail.undo(3);
    expect(trail.state).toMatchObject({ current: 70 });
    expect(differences).toEqual([
      expect.objectContaining({
        version: 2,
        was: expect.objectContaining({ change: -15 }),
        now: expect.objectContaining({ change: -30 }),
      }),
    ]);
  });

  test('the second is undone: what the first alone would have given', () => {
    const trail = burnt();
    trail.amend(2, { halved: true });
    trail.amend(2, { parts: [{ amount: 30 }] });
    trail.undo(4);
    expect(trail.state).toMatchObject({ current: 90 });
  });

  test('of three the one in the middle is undone, redone and undone', () => {
    const trail = burnt();
    trail.amend(2, { halved: true });
    trail.amend(2, { adjust: -4 });
    trail.amend(2, { parts: [{ amount: 30 }] });
    expect(trail.state).toMatchObject({ current: 87 });
    trail.undo(4);
    expect(trail.state).toMatchObject({ current: 85 });
    trail.undo(6);
    expect(trail.state).toMatchObject({ current: 87 });
    trail.undo(7);
    expect(trail.state).toMatchObject({ current: 85 });
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 70 });
    trail.undo(5);
    expect(trail.state).toMatchObject({ current: 80 });
    trail.undo(9);
    expect(trail.state).toMatchObject({ current: 90 });
  });

  test('they name the same: the later counts, without it the earlier', () => {
    const trail = burnt();
    trail.amend(2, { parts: [{ amount: 30 }] });
    trail.amend(2, { parts: [{ amount: 40 }] });
    expect(trail.state).toMatchObject({ current: 60 });
    trail.undo(4);
    expect(trail.state).toMatchObject({ current: 70 });
    trail.undo(5);
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 60 });
  });

  test('an amount of the type that another amendment gave is of the first type without that one', () => {
    const trail = burnt();
    trail.then({
      type: 'setDefenses',
      defenses: { resistances: ['cold'], immunities: [], vulnerabilities: [] },
    });
    trail.undo(3);
    trail.amend(2, { damageType: 'cold' });
    trail.amend(2, { parts: [{ amount: 30 }] });
    expect(trail.events.at(-1)?.event.details).toMatchObject({ as: { details: { parts: [cold(30)] } } });
    trail.undo(5);
    trail.amend(2, { critical: true });
    expect(trail.events.at(-1)?.event.details).toMatchObject({ as: { details: { parts: [fire(30)] } } });
  });

  test('an amount of the type that another amendment gave keeps it where there would be several', () => {
    const trail = new Trail(enrolled({ max: 100 }), damage({ parts: [fire(4), cold(7)] }));
    trail.amend(2, { damageType: 'acid' });
    trail.amend(2, { parts: [{ amount: 30 }] });
    trail.undo(3);
    expect(trail.state).toMatchObject({ current: 70 });
    trail.amend(2, { critical: true });
    expect(trail.events.at(-1)?.event.details).toMatchObject({
      as: { details: { parts: [{ amount: 30, type: 'acid' }] } },
    });
  });
});

describe('an amendment changes what it names and nothing else', () => {
  test('20 − 3 amended to 22 is 19', () => {
    const trail = new Trail(enrolled({ max: 100 }), damage({ parts: [{ amount: 20 }], adjust: -3 }));
    trail.amend(2, { parts: [{ amount: 22 }] });
    expect(trail.state).toMatchObject({ current: 81 });
  });

  test('a new amount keeps halving, type and knock-out', () => {
    const fireproof = { resistances: ['fire' as const], immunities: [], vulnerabilities: [] };
    const trail = new Trail(
      { type: 'enroll', kind: 'pc', max: 40, defenses: fireproof },
      { type: 'damage', parts: [fire(20)], adjust: 4, halved: true, knockOut: true },
    );
    trail.amend(2, { parts: [{ amount: 36 }] });
    expect(trail.state).toMatchObject({ current: 30 });
    trail.amend(2, { parts: [{ amount: 360 }] });
    expect(trail.state).toMatchObject({ current: 1, condition: 'stable' });
  });

  test('a new adjustment keeps the amount; none is 0', () => {
    const trail = new Trail(enrolled({ max: 100 }), damage({ parts: [fire(3), cold(10)], adjust: -3 }));
    trail.amend(2, { adjust: -5 });
    expect(trail.state).toMatchObject({ current: 92 });
    trail.amend(2, { adjust: 0 });
    expect(trail.state).toMatchObject({ current: 87 });
  });

  test('by how much the maximum was adjusted', () => {
    const trail = new Trail(enrolled({ max: 20 }), adjusted(5, { heal: true }));
    trail.amend(2, { adjust: 10 });
    expect(trail.state).toMatchObject({ maxModifier: 10, current: 30 });
  });

  test('a new amount of a hit of several types asks how it is split', () => {
    const trail = new Trail(enrolled({ max: 100 }), damage({ parts: [fire(4), cold(7)], adjust: -5 }));
    const amend = (amendment: Amendment): Command => ({ type: 'amend', version: 2, amendment, note: 'x' });
    expect(trail.refusal(amend({ parts: [{ amount: 12 }] }))).toEqual({
      code: 'amendment-types',
      version: 2,
      parts: [fire(4), cold(7)],
    });
    trail.amend(2, { parts: [fire(2), cold(10)] });
    expect(trail.state).toMatchObject({ current: 93 });
    trail.amend(2, { parts: [{ amount: 12 }], damageType: 'cold' });
    expect(trail.state).toMatchObject({ current: 93 });
    // by now it is of one type
    trail.amend(2, { parts: [{ amount: 15 }] });
    expect(trail.state).toMatchObject({ current: 90 });
  });
});

describe('what is refused as a command is refused as an amendment, in the same words', () => {
  test.each<[string, Command[], Command, number, Command, Amendment]>([
    ['a value above the maximum', [], setTo(3), 2, setTo(25), { parts: [{ amount: 25 }] }],
    ['a maximum that kills', [adjusted(-15)], maximumOf(18), 3, maximumOf(10), { parts: [{ amount: 10 }] }],
    ['a revival above the maximum', [hit(99)], revival(3), 3, revival(25), { parts: [{ amount: 25 }] }],
    ['a die of no such face', [hit(20)], deathSave(3), 3, deathSave(25), { parts: [{ amount: 25 }] }],
    ['a maximum adjusted by nothing', [], adjusted(3), 2, adjusted(0), { adjust: 0 }],
    ['a maximum adjusted below 0', [], adjusted(3), 2, adjusted(-21), { adjust: -21 }],
  ])('%s', (_, before, done, version, command, amendment) => {
    const asCommand = new Trail(enrolled({ max: 20 }), ...before).refusal(command);
    const trail = new Trail(enrolled({ max: 20 }), ...before, done, setTo(1));
    expect(asCommand).toEqual({ code: expect.any(String), ...(asCommand as object) });
    expect(trail.refusal({ type: 'amend', version, amendment, note: 'x' })).toEqual(asCommand);
  });

  test('a hit on someone who, by now, was dead already', () => {
    const trail = new Trail(enrolled({ max: 20 }), hit(5), hit(5));
    trail.amend(2, { parts: [{ amount: 60 }] });
    const amend = { type: 'amend' as const, version: 3, amendment: { halved: true }, note: 'x' };
    expect(trail.refusal(amend)).toEqual({ code: 'dead' });
  });
});

describe('what came out differently', () => {
  test('is not a rest that gives the same, however much it had to give', () => {
    const trail = new Trail(enrolled({ max: 20 }), temporary(5), temporary(8), hit(8), longRest);
    expect(trail.undo(2)).toBeUndefined();
  });

  test('is not an effect that the end of another one hides', () => {
    const trail = new Trail(enrolled({ max: 20 }), maximumOf(30), maximumOf(25), hit(2));
    expect(trail.undo(2)).toBeUndefined();
    expect(trail.state).toMatchObject({ max: 25, current: 18 });
  });

  test('says the maximum where it is another: the hit is massive by now', () => {
    const trail = new Trail(enrolled({ max: 20 }), maximumOf(30), hit(45));
    expect(trail.undo(2)).toEqual([
      {
        version: 3,
        was: { change: -20, current: 0, temporary: 0, condition: 'dying', maximum: 30 },
        now: { change: -20, current: 0, temporary: 0, condition: 'dead', maximum: 20 },
      },
    ]);
  });

  test('says what is concentrated on where that is other', () => {
    const trail = new Trail(enrolled({ max: 20 }), setTo(3), setTo(20), concentrating);
    trail.undo(3);
    const differences = trail.amend(2, { parts: [{ amount: 0 }] });
    expect(differences).toContainEqual({
      version: 4,
      was: { change: 0, current: 3, temporary: 0, condition: 'up', concentration: 'Bless' },
      now: { change: 0, current: 0, temporary: 0, condition: 'dying' },
    });
  });

  test('says how many hit dice are left where that is other', () => {
    const given = edited({ hitDice: [{ die: 8, total: 2 }] });
    const trail = new Trail(enrolled({ max: 20 }), given, shortRest([8, 5]));
    expect(trail.undo(2)).toEqual([
      {
        version: 3,
        was: { change: 0, current: 20, temporary: 0, condition: 'up', hitDice: [{ die: 8, left: 1 }] },
        now: { change: 0, current: 20, temporary: 0, condition: 'up', hitDice: [] },
      },
    ]);
  });
});

describe('is refused', () => {
  const trail = new Trail(enrolled({ max: 20 }), hit(8), longRest, hit(3));
  trail.undo(2);
  const undo = (version: number): Command => ({ type: 'undo', version });
  const amend = (version: number, amendment: Amendment = {}, note = 'wrong'): Command => ({
    type: 'amend',
    version,
    amendment,
    note,
  });
  test.each([
    ['where there is no such version', undo(9), { code: 'version-unknown', version: 9, newest: 5 }],
    ['where nothing is left to be taken back', undo(0), { code: 'nothing-to-undo' }],
    ['for what a trail begins with', undo(1), { code: 'enrolment-stays' }],
    ['for what was taken back', undo(2), { code: 'already-undone', version: 2, by: 5 }],
    ['for putting right what was taken back', amend(2), { code: 'already-undone', version: 2, by: 5 }],
    ['for putting a taking back right', amend(5), { code: 'not-amendable', version: 5 }],
    ['for putting a rest right', amend(3), { code: 'not-amendable', version: 3 }],
    ['for putting the beginning right', amend(1), { code: 'not-amendable', version: 1 }],
    ['without a reason', amend(4, { halved: true }, ' '), { code: 'note-empty' }],
    ['where it is told so', amend(4, { parts: [{ amount: 3 }] }), { code: 'amendment-same', version: 4 }],
    ['where it is told so', amend(4, { halved: false }), { code: 'amendment-same', version: 4 }],
    ['for an amount out of bounds', amend(4, { parts: [{ amount: 10_000 }] }), { code: 'out-of-bounds' }],
  ])('%s', (_, command, refused) => {
    expect(trail.refusal(command)).toMatchObject(refused);
  });

  test.each([{ damageType: 'fire' as const }, { halved: true }, { parts: [{ amount: 1 }, { amount: 2 }] }])(
    'for a number to be put right as damage: %j',
    (amendment) => {
      const healed = new Trail(enrolled({ max: 20 }), hit(8), healing(3));
      expect(healed.refusal(amend(3, amendment))).toEqual({ code: 'amendment-misfit', version: 3 });
    },
  );
});
