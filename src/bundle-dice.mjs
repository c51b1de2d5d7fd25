/** Bundles the dice library with what it stands on into dist/src/dice/roller.js, of which src/dice/roller.d.ts tells. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  stdin: {
    contents: `export { Dice, Modifiers, Parser, Results } from '@dice-roller/rpg-dice-roller';`,
    resolveDir: here('dice'),
  },
  bundle: true,
  // all amounts are plain numbers, and without mathjs's other types it loads in less than half the time
  alias: { mathjs: 'mathjs/number' },
  minify: true,
  keepNames: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile: here('../dist/src/dice/roller.js'),
  legalComments: 'linked',
  logLevel: 'warning',
});
