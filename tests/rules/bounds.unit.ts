import { expect, test } from '@jest/globals';
import {
  adjusted,
  damage,
  deathSave,
  edited,
  enrolled,
  given,
  healing,
  hit,
  longRest,
  maximumOf,
  shortRest,
  temporary,
} from './game.js';

const dying = [enrolled({ max: 20 }), hit(20)];
const hitDice = (die: number, total: number) => ({ hitDice: [{ die, total }] });
const tooLong = '5'.repeat(1_001);

test.each([
  [hit(-1), 'amount'],
  [hit(10_000), 'amount'],
  [hit(1.5), 'amount'],
  [damage({ parts: [] }), 'parts'],
  [damage({ parts: Array.from({ length: 21 }, () => ({ amount: 1 })) }), 'parts'],
  [healing(Number.NaN), 'amount'],
  [temporary(1e9), 'amount'],
  [deathSave(0), 'roll'],
  [deathSave(21), 'roll'],
  [deathSave(10, 21), 'bonus'],
  [enrolled({ max: 0 }), 'max'],
  [{ type: 'enroll' as const, kind: 'pc' as const, max: 10, current: 11 }, 'hp'],
  [{ type: 'heal' as const, amount: 3, note: 'x'.repeat(201) }, 'note'],
  [{ type: 'heal' as const, amount: 3, rolled: tooLong }, 'rolled'],
  [{ type: 'grantTemporary' as const, amount: 3, rolled: tooLong }, 'rolled'],
  [damage({ parts: [{ amount: 3, rolled: tooLong }] }), 'rolled'],
  [maximumOf(0), 'value'],
  [maximumOf(10_000), 'value'],
  [adjusted(1_000), 'adjust'],
  [adjusted(-1_000), 'adjust'],
  [adjusted(0.5), 'adjust'],
  [shortRest([8, 0]), 'roll'],
  [shortRest([8, 9]), 'roll'],
  [{ ...longRest, dice: [{ die: 8, roll: 3 }] }, 'dice'],
  [{ type: 'concentrate' as const, on: ' ' }, 'on'],
  [{ type: 'concentrate' as const, on: 'x'.repeat(61) }, 'on'],
  [edited({ constitution: -11 }), 'con'],
  [edited({ constitution: 21 }), 'con'],
  [edited(hitDice(8, 0)), 'hit-dice'],
  [edited(hitDice(8, 101)), 'hit-dice'],
  [enrolled({ max: 9, constitution: 21 }), 'con'],
  [enrolled({ max: 9, ...hitDice(8, 101) }), 'hit-dice'],
])('%j is out of bounds in its %s', (command, what) => {
  given(...(command.type === 'enroll' ? [] : dying))
    .when(command)
    .isRefused({ code: 'out-of-bounds', what });
});

test('a note of 200 is kept', () => {
  const note = '🐉'.repeat(200);
  expect(
    given(...dying)
      .when({ type: 'heal', amount: 3, note })
      .then({}),
  ).toMatchObject({ note });
});

test('a hit die has 4, 6, 8, 10, 12 or 20 sides, and is named once', () => {
  given()
    .when(enrolled({ max: 9, ...hitDice(7, 1) }))
    .isRefused({ code: 'hit-die-unknown', die: 7 });
  given(enrolled({ max: 9 }))
    .when(edited(hitDice(100, 1)))
    .isRefused({ code: 'hit-die-unknown', die: 100 });
  given(enrolled({ max: 9 }))
    .when(edited({ hitDice: [...hitDice(8, 1).hitDice, ...hitDice(8, 2).hitDice] }))
    .isRefused({ code: 'hit-die-twice', die: 8 });
});

test('what is concentrated on is trimmed and has at most 60', () => {
  given(enrolled({ max: 9 }))
    .when({ type: 'concentrate', on: `  ${'🐉'.repeat(60)} ` })
    .then({ concentration: '🐉'.repeat(60) });
});

test('an amount of 9,999, to a maximum of 9,999', () => {
  given(enrolled({ max: 9_999 }))
    .when(hit(9_999))
    .then({ current: 0 });
});
