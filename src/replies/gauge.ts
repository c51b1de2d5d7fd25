import { conditionWords, labels } from './english/labels.js';
import { maximum } from '../rules/index.js';
import type { State } from '../rules/index.js';

const segments = 10;

/** Hit points as a bar: empty only at 0, full only when full. */
export function bar(state: State): string {
  const max = maximum(state);
  const filled = state.current === 0 ? 0 : Math.max(1, Math.floor((state.current / max) * segments));
  return '▰'.repeat(filled) + '▱'.repeat(segments - filled);
}

/** `17 / 31`, with the temporary hit points. */
export function numbers(state: State): string {
  const temporary = state.temporary > 0 ? ` ${labels.temporary(state.temporary)}` : '';
  return `${state.current} / ${maximum(state)}${temporary}`;
}

/** All that is to be seen of a state at a glance, a line each. */
export function gauge(state: State, numbersText = numbers(state)): string[] {
  const condition = conditionWords(state);
  return [`**${numbersText}**`, bar(state), ...(condition === '' ? [] : [condition])];
}

/** The colour at the side of an answer: how it stands, before a word is read. */
export function color(state: State): number {
  if (state.condition === 'dead') return 0x4e5058;
  if (state.condition === 'stable') return 0x80848e;
  if (state.condition === 'dying') return 0x992d22;
  const share = state.current / maximum(state);
  return share > 0.5 ? 0x2d9d5b : share > 0.25 ? 0xe0a100 : 0xda3e44;
}
