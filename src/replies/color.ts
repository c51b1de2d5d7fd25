import { maximum } from '../rules/index.js';
import type { Band, State } from '../rules/index.js';

/** What stands at the side of an answer that is about no one's hit points. */
export const neutral = 0x5865f2;
export const approving = 0x2d9d5b;
export const warning = 0xe0a100;
export const refusing = 0xda3e44;

/** The colour at the side of an answer: how it stands, before a word is read. */
export function color(state: State): number {
  if (state.condition === 'dead') return 0x4e5058;
  if (state.condition === 'stable') return 0x80848e;
  if (state.condition === 'dying') return 0x992d22;
  const share = state.current / maximum(state);
  return share > 0.5 ? 0x2d9d5b : share > 0.25 ? 0xe0a100 : 0xda3e44;
}

export const bandColors: Record<Band, number> = {
  healthy: 0x2d9d5b,
  injured: 0x2d9d5b,
  bloodied: 0xe0a100,
  critical: 0xda3e44,
  down: 0x992d22,
  dead: 0x4e5058,
};
