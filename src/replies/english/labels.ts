import type { State } from '../../rules/index.js';

export const labels = {
  newer: 'Newer',
  older: 'Older',
  trail: 'The latest',
  temporary: (count: number) => `+${count} temporary`,
  nobody: 'Nobody is here yet. Begin with `/hp character add name:Thorin max:31`.',
  andMore: (count: number) => `… and ${count} more; \`/hp show\` finds each.`,
  trailOf: (name: string) => `The trail of ${name}`,
  creatures: 'Creatures',
  owner: 'Played by',
};

/** How someone is who is not simply up; empty where they are. */
export function conditionWords({ condition, deathSaves }: State): string {
  switch (condition) {
    case 'up':
      return '';
    case 'dying': {
      const { successes, failures } = deathSaves;
      const saves = '✅'.repeat(successes) + '❌'.repeat(failures);
      return `💔 Dying · ${saves === '' ? 'no death saves yet' : `death saves ${saves}`}`;
    }
    case 'stable':
      return '💤 Stable at 0, unconscious';
    case 'dead':
      return '💀 Dead';
  }
}

/** What a change of the roster is called. */
export const rosterWords = {
  renamed: (from: string, to: string) => `${from} is called ${to} from now on.`,
  retired: (name: string) => `${name} has retired. The trail stays: \`/hp log\` still finds it.`,
  chosen: (name: string) => `${name} is your active character: commands without a target mean them.`,
};
