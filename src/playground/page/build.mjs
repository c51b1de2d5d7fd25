/** Bundles the page: everything that it shows is served from dist/src/playground/page/. */
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../../../dist/src/playground/page/');

await build({
  entryPoints: [here('main.ts')],
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'esm',
  target: 'es2022',
  outfile: `${out}page.js`,
  tsconfig: here('tsconfig.json'),
  legalComments: 'linked',
  logLevel: 'warning',
});
for (const file of ['index.html', 'style.css', 'avatars'])
  await cp(here(file), out + file, { recursive: true });
