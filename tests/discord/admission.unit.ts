import { expect, test } from '@jest/globals';
import { admission } from '../../src/discord/admission.js';

test('so much is let in at once, and again once someone has left', () => {
  const room = admission(2, 2);
  const enter = (server: string) => room.enter(server);
  const leave = enter('one');
  expect(enter('two')).toBeDefined();
  expect(enter('three')).toBeUndefined();
  leave?.();
  expect(enter('three')).toBeDefined();
});

test('one server leaves room for the others', () => {
  const room = admission(10, 3);
  const enter = (server: string) => room.enter(server);
  const inside = [enter('busy'), enter('busy'), enter('busy')];
  expect(inside.every((leave) => leave !== undefined)).toBe(true);
  expect(enter('busy')).toBeUndefined();
  expect(enter('quiet')).toBeDefined();
  inside[0]?.();
  expect(enter('busy')).toBeDefined();
});
