// every process of a run ends when its parent is gone, the workers too
const endsWithParent = `--import=${new URL('dist/tests/support/ends-with-parent.js', import.meta.url).href}`;
const { NODE_OPTIONS = '' } = process.env;
if (!NODE_OPTIONS.includes(endsWithParent))
  process.env.NODE_OPTIONS = `${NODE_OPTIONS} ${endsWithParent}`.trim();
process.env.HP_LEDGER_PARENT = String(process.pid);
// the AWS SDK warns of an old Node in each process that uses it; the tests' own processes inherit this
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** The tests run as `tsc` compiled them (dist/), so that what is tested is what runs. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/tests'],
  testMatch: ['**/*.{unit,contract,int,e2e,browser,faults}.js'],
  // what needs a browser, or long, is asked for by `npm run test:browser` and `npm run test:faults`
  testPathIgnorePatterns: ['/node_modules/', '\\.(browser|faults)\\.js$'],
  transform: {},
  // a program may take two minutes to start on a machine that is busy with other things
  testTimeout: 180_000,
  // most tests wait for a store or for Discord, not for a processor
  maxWorkers: 4,
};
