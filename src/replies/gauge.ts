import { isBloodied, maximum } from '../rules/index.js';
import type { Band, Edition, State } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { plain } from './text.js';

const segments = 10;

/** Hit points as a bar: empty only at 0, full only when full. */
export function bar(state: State): string {
  const max = maximum(state);
  const filled = state.current === 0 ? 0 : Math.max(1, Math.floor((state.current / max) * segments));
  return '▰'.repeat(filled) + '▱'.repeat(segments - filled);
}

/** `17 / 31`, with the temporary hit points. */
export function numbers({ labels }: Words, state: State): string {
  const temporary = state.temporary > 0 ? ` ${labels.temporary(state.temporary)}` : '';
  return `${state.current} / ${maximum(state)}${temporary}`;
}

/** All that is to be seen of a state at a glance, a line each. @param edition of the rules; 5.1 has no word for bloodied. */
export function gauge(
  words: Words,
  state: State,
  edition: Edition,
  numbersText = numbers(words, state),
): string[] {
  const condition = conditionWords(words, state, edition);
  const { concentration } = state;
  return [
    `**${numbersText}**`,
    bar(state),
    ...(condition === '' ? [] : [condition]),
    ...(concentration === null ? [] : [`🌀 ${words.labels.concentratesOn(plain(concentration))}`]),
  ];
}

/** How someone is who is not simply up; empty where they are. */
export function conditionWords({ labels, conditions }: Words, state: State, edition: Edition): string {
  const { condition, deathSaves } = state;
  switch (condition) {
    case 'up':
      return edition === '5.2' && isBloodied(state) ? `🩸 ${labels.bloodied}` : '';
    case 'dying': {
      const { successes, failures } = deathSaves;
      const marks = '✅'.repeat(successes) + '❌'.repeat(failures);
      return `💔 ${conditions.dying} · ${marks === '' ? labels.noDeathSavesYet : labels.deathSaves(marks)}`;
    }
    case 'stable':
      return `💤 ${conditions.stable}`;
    case 'dead':
      return `💀 ${conditions.dead}`;
  }
}

const bandMarks: Record<Band, string> = {
  healthy: '🟢',
  injured: '🟢',
  bloodied: '🩸',
  critical: '🔴',
  down: '💤',
  dead: '💀',
};

/** How a creature is whose numbers are hidden. */
export function bandText({ bands }: Words, band: Band): string {
  return `${bandMarks[band]} ${bands[band]}`;
}
