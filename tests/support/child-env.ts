/** What a process that a test starts needs in its environment to end with the test: see `ends-with-parent.ts`. */
export function childEnv(): Record<string, string> {
  const { PATH = '', NODE_OPTIONS = '', HP_LEDGER_PARENT = '' } = process.env;
  return { PATH, NODE_OPTIONS, HP_LEDGER_PARENT };
}
