import { describe, expect, test } from '@jest/globals';
import { board } from '../../src/watching/index.js';
import type { Board, BoardCommand, PinOutcome } from '../../src/watching/index.js';

const channel = '1300000000000000002';
const mara = '1300000000000000011';
const message = '1300000000000000777';
const choice = { channel, by: mara, chosen: '1300000000000000090' };
const anew = { ...choice, chosen: '1300000000000000091' };

const open = (details = choice): BoardCommand => ({ type: 'open', details });
const claim = (nonce = 'one'): BoardCommand => ({ type: 'claim', details: { nonce } });
const confirm = (nonce = 'one'): BoardCommand => ({ type: 'confirm', details: { nonce, message } });
const lose: BoardCommand = { type: 'lose', details: { message } };
const close: BoardCommand = { type: 'close', details: { reason: 'forbidden' } };

function given(...commands: BoardCommand[]) {
  const before = commands.reduce<Board | undefined>(
    (state, command) => board.evolve(state, board.decide(state, command)),
    undefined,
  );
  return {
    when: (command: BoardCommand) => ({
      then: (expected: Partial<Board>) =>
        expect(board.evolve(before, board.decide(before, command))).toMatchObject(expected),
      isRefused: (code: string) => expect(() => board.decide(before, command)).toThrow(code),
    }),
  };
}

describe('a board', () => {
  test('is claimed by one, and posted once', () => {
    given(open()).when(claim()).then({ choice, claim: 'one', message: null });
    given(open(), claim()).when(claim('two')).isRefused('claimed');
    given(open(), claim()).when(confirm()).then({ message, claim: null });
    given(open(), claim(), confirm()).when(confirm()).isRefused('not-claimed');
    given(open(), claim(), confirm()).when(claim('two')).isRefused('posted');
  });

  test('that was deleted is posted anew', () => {
    given(open(), claim(), confirm()).when(lose).then({ message: null });
    given(open(), claim(), confirm(), lose).when(claim('two')).then({ claim: 'two' });
    given(open(), claim(), confirm(), lose).when(lose).isRefused('not-there');
  });

  test('that is old is replaced by one message, and the old one is cleared away after it', () => {
    const replace = (nonce = 'two', replaces = message): BoardCommand => ({
      type: 'claim',
      details: { nonce, replaces },
    });
    const fresh = '1300000000000000778';
    const confirmFresh: BoardCommand = { type: 'confirm', details: { nonce: 'two', message: fresh } };
    const clear: BoardCommand = { type: 'clear', details: { message } };
    const posted = [open(), claim(), confirm()];
    given(...posted)
      .when(replace())
      .then({ message, claim: 'two' });
    given(...posted, replace())
      .when(replace('three'))
      .isRefused('claimed');
    given(...posted, replace())
      .when(confirmFresh)
      .then({ message: fresh, claim: null, replaced: [message] });
    given(...posted, replace(), confirmFresh)
      .when(replace('three'))
      .isRefused('not-there');
    given(open()).when(replace()).isRefused('not-there');
    given(...posted, replace(), lose)
      .when(confirmFresh)
      .then({ message: fresh });
    given(...posted)
      .when(clear)
      .isRefused('not-there');
    given(...posted, replace(), confirmFresh, clear)
      .when(clear)
      .isRefused('not-there');
    const before = [...posted, replace(), confirmFresh, clear].reduce<Board | undefined>(
      (state, command) => board.evolve(state, board.decide(state, command)),
      undefined,
    );
    expect(before).not.toHaveProperty('replaced');
  });

  test('is pinned, or can’t be, which is settled once for each message', () => {
    const settle = (outcome: PinOutcome, which = message): BoardCommand => ({
      type: 'settle-pin',
      details: { message: which, outcome },
    });
    const posted = [open(), claim(), confirm()];
    given(...posted)
      .when(settle('full'))
      .then({ pin: { message, outcome: 'full' } });
    given(...posted, settle('full'))
      .when(settle('full'))
      .isRefused('settled');
    given(...posted)
      .when(settle('pinned', '1300000000000000778'))
      .isRefused('not-there');
  });

  test('is opened once by a choice, and begins anew with the next', () => {
    given(open()).when(open()).isRefused('opened-already');
    given(open(), claim(), confirm()).when(open(anew)).then({ choice: anew, message: null, claim: null });
  });

  test('that is closed is left alone until it is chosen anew', () => {
    given(open(), claim(), confirm()).when(close).then({ choice, closed: 'forbidden', message: null });
    given(open(), close).when(claim()).isRefused('not-open');
    given(open(), close).when(close).isRefused('not-open');
    given(open(), close).when(open()).isRefused('opened-already');
    given(open(), close).when(open(anew)).then({ choice: anew, closed: null });
  });

  test('that was never chosen can’t be posted', () => {
    given().when(claim()).isRefused('not-open');
  });
});
