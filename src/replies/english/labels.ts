import type { State } from '../../rules/index.js';

export const labels = {
  newer: 'Newer',
  older: 'Older',
  trail: 'The latest',
  temporary: (count: number) => `+${count} temporary`,
  version: (version: number) => `Version ${version}`,
  nobody: 'Nobody is here yet. Begin with `/hp character add name:Thorin max:31`.',
  andMore: (count: number) => `… and ${count} more; \`/hp show\` finds each.`,
  trailOf: (name: string) => `The trail of ${name}`,
  creatures: 'Creatures',
  owner: 'Played by',
  since: (when: string) => `as of ${when}`,
  by: (who: string, when: string) => `by ${who}, ${when}`,
};

/** How someone is who is not simply up; empty where they are. */
export function conditionWords({ condition, deathSaves }: State): string {
  switch (condition) {
    case 'up':
      return '';
    case 'dying':
      return `💔 Dying · saves ${'✅'.repeat(deathSaves.successes)}${'❌'.repeat(deathSaves.failures) || ''}`.replace(
        /saves $/,
        'no saves yet',
      );
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
