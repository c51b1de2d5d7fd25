import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each room may import of the others. Nothing else, no exceptions: arrows point down only. */
const mayImport = {
  'src/rules': [],
  'src/dice': ['src/rules'],
  'src/ledger': [],
  'src/roster': [],
  'src/exports': [],
  'src/times': [],
  'src/watching': [],
  'src/party': ['src/rules', 'src/roster', 'src/ledger', 'src/watching'],
  'src/words': ['src/rules'],
  'src/charts': [],
  'src/replies': ['src/rules', 'src/words'],
  commands: [
    'src/party',
    'src/replies',
    'src/words',
    'src/dice',
    'src/charts',
    'src/exports',
    'src/times',
    'src/rules',
    'src/roster',
    'src/ledger',
  ],
  'src/discord': ['commands', 'src/party', 'src/replies', 'src/roster', 'src/watching', 'src/words'],
  'src/playground': [],
};
const rooms = Object.keys(mayImport);
/** What is started, and wires the parts: it may enter every room. */
const programs = ['main', 'serve', 'lambda', 'verify', 'program', 'bot', 'meter'].map(
  (name) => `src/${name}.ts`,
);

/** A room is entered by its door, its index.ts, alone; and by nobody whom it is not open to. */
const zones = [
  ...[...rooms, ...programs].flatMap((target) =>
    rooms
      .filter((room) => room !== target)
      .map((room) => ({
        target: `./${target}`,
        from: `./${room}`,
        except: programs.includes(target) || mayImport[target].includes(room) ? ['./index.ts'] : [],
        message: `See mayImport in eslint.config.js.`,
      })),
  ),
  ...rooms.map((room) => ({
    target: `./${room}`,
    from: [
      ...programs,
      'src/config.ts',
      'src/log.ts',
      'src/progress.ts',
      'src/health.ts',
      'src/answering.ts',
      'src/ports.ts',
    ].map((file) => `./${file}`),
    message: 'Wired by the programs.',
  })),
];

/** Which outside libraries a room may know: the AWS SDK is the ledger's, a connection is discord's and playground's. */
const libraries = {
  aws: { group: ['@aws-sdk/*', '@smithy/*', 'dynalite'], message: 'Only src/ledger knows the store.' },
  discord: {
    group: ['discord.js', '@discordjs/*', 'ws', 'hono', 'hono/*', '@hono/*'],
    message: 'Only src/discord and src/playground know a connection.',
  },
  drawing: {
    group: ['echarts', 'echarts/*', '@resvg/*', 'opentype.js'],
    message: 'Only src/charts draws.',
  },
  node: { group: ['node:*'], message: 'This room is pure: no I/O, no clock, no randomness.' },
};
const withoutLibraries = (files, ...names) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: names.map((name) => libraries[name]) }] },
});

export default defineConfig(
  // these of bench/ know packages that are installed for it alone
  globalIgnores([
    ...['dist/', 'build/', 'data/', '**/node_modules/'],
    ...['bench/peers.ts', 'bench/sides/castore.ts', 'bench/sides/equinox.ts'],
  ]),
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './tests/tsconfig.json',
          './bench/tsconfig.json',
          './src/playground/page/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // its successor, @hono/aws-lambda, comes with Hono 5
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'streamHandle', package: 'hono' }] },
      ],
      // Discord's flags are sets of bits: a union of two is no member of the enumeration
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  withoutLibraries(
    [
      'src/rules/**',
      'src/dice/**',
      'src/roster/**',
      'src/watching/**',
      'src/words/**',
      'src/exports/**',
      'src/times/**',
    ],
    'aws',
    'discord',
    'drawing',
    'node',
  ),
  withoutLibraries(['src/replies/**'], 'aws', 'drawing', 'node'),
  withoutLibraries(['src/party/**', 'commands/**'], 'aws', 'discord', 'drawing'),
  withoutLibraries(['src/charts/**'], 'aws', 'discord'),
  withoutLibraries(['src/discord/**', 'src/playground/**'], 'aws', 'drawing'),
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);
