/** The tests run as `tsc` compiled them (dist/), so that what is tested is what runs. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/tests'],
  testMatch: ['**/*.{unit,contract,int,e2e,browser,faults}.js'],
  // what needs a browser, or long, is asked for by `npm run test:browser` and `npm run test:faults`
  testPathIgnorePatterns: ['/node_modules/', '\\.(browser|faults)\\.js$'],
  transform: {},
  testTimeout: 30_000,
  // most tests wait for a store or for Discord, not for a processor
  maxWorkers: 3,
};
