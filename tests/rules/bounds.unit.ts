import { expect, test } from '@jest/globals';
import { damage, deathSave, enrolled, given, healing, hit, temporary } from './game.js';

const dying = [enrolled({ max: 20 }), hit(20)];

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
