/**
 * `npm run soak -- SECONDS`: the fault suites over and over, with new seeds, for at most that long. A run is only begun if it
 * can be expected to end in time, and whatever still runs at the end is ended. Then one table; ends with 1 if anything went
 * wrong, and names what repeats it.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './report.js';
import type { Report } from './report.js';

/** Small runs, so that many fit in: what each suite is asked for, and how long its first run is expected to take. */
const suites = [
  { name: 'ledger', kills: 10, losses: 150, expectedMs: 40_000 },
  { name: 'feed', kills: 3, losses: 0, expectedMs: 60_000 },
  { name: 'programs', kills: 3, losses: 40, expectedMs: 60_000 },
];
type Suite = (typeof suites)[number];
type Sums = Omit<Report, 'suite' | 'seed'> & { runs: number; failed: number };

const seconds = Number(process.argv[2]);
if (!(seconds > 0)) {
  console.error('Usage: npm run soak -- SECONDS');
  process.exit(2);
}
const deadline = Date.now() + seconds * 1_000;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hp-ledger-soak-'));
const sums = new Map<string, Sums>();
const failures: string[] = [];
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());

for (let run = 0; !interrupted.signal.aborted; run++) {
  const suite = suites[run % suites.length];
  // one that takes longer than there is time left may be followed by one that does not
  const fits = suites.filter(({ expectedMs }) => Date.now() + expectedMs < deadline);
  if (suite === undefined || fits.length === 0) break;
  if (fits.includes(suite)) await runOnce(suite, join(folder, String(run)));
}
rmSync(folder, { recursive: true });
print();
process.exitCode = failures.length === 0 ? 0 : 1;

async function runOnce(suite: Suite, file: string): Promise<void> {
  const { name, kills, losses } = suite;
  const drawn = {
    HP_LEDGER_SEED: String(randomInt(1_000_000)),
    HP_LEDGER_KILLS: String(kills),
    HP_LEDGER_LOSSES: String(losses),
  };
  const begun = Date.now();
  const { ended, output } = await jest(`${name}.faults`, { ...drawn, HP_LEDGER_REPORT: file });
  const tookMs = Date.now() - begun;
  // half as much again: the machine may be busier next time
  suite.expectedMs = Math.max(suite.expectedMs, tookMs * 1.5);
  const told = reportIn(file);
  const sum = sums.get(name) ?? { runs: 0, failed: 0, kills: 0, lostAnswers: 0, commands: 0, wrong: 0 };
  sums.set(name, sum);
  sum.runs++;
  for (const what of ['kills', 'lostAnswers', 'commands', 'wrong'] as const) sum[what] += told?.[what] ?? 0;
  const result = ended === 0 ? 'passed' : ended === 'cut off' ? 'not done when the time was up' : 'FAILED';
  console.info(`${name}, seed ${drawn.HP_LEDGER_SEED}: ${result} after ${Math.round(tookMs / 1_000)} s`);
  if (ended === 0 || ended === 'cut off') return;
  sum.failed++;
  const settings = Object.entries(drawn).map(([key, value]) => `${key}=${value}`);
  failures.push(`${settings.join(' ')} npm run test:faults -- ${name}.faults`);
  console.info(output);
}

/** Runs a suite until the soak's time is up at the most. @returns the code with which it ended, and what it printed. */
async function jest(
  pattern: string,
  env: Record<string, string>,
): Promise<{ ended: number | 'cut off'; output: string }> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const files = ['--testMatch=**/*.faults.js', '--testPathIgnorePatterns=/node_modules/', '--', pattern];
  const child = spawn(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...files], {
    cwd: root,
    env: { ...process.env, ...endingWithSoak(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const cut = { off: false };
  // all that it started ends with it
  const cutOff = () => {
    cut.off = true;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(cutOff, deadline - Date.now());
  interrupted.signal.addEventListener('abort', cutOff);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  interrupted.signal.removeEventListener('abort', cutOff);
  return { ended: cut.off ? 'cut off' : (code ?? 1), output };
}

/** The runner itself ends when this process is gone. */
function endingWithSoak(): Record<string, string> {
  const preload = new URL('../support/ends-with-parent.js', import.meta.url).href;
  return { NODE_OPTIONS: `--import=${preload}`, HP_LEDGER_PARENT: String(process.pid) };
}

function reportIn(file: string): Report | undefined {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // it failed before it could say anything
    return undefined;
  }
}

function print(): void {
  const total: Sums = { runs: 0, failed: 0, kills: 0, lostAnswers: 0, commands: 0, wrong: 0 };
  for (const sum of sums.values())
    for (const what of Object.keys(total) as (keyof Sums)[]) total[what] += sum[what];
  const columns: (keyof Sums)[] = ['runs', 'kills', 'lostAnswers', 'commands', 'wrong', 'failed'];
  const rows = [...sums, ['total', total] as const].map(([name, sum]) => [
    name,
    ...columns.map((what) => String(sum[what])),
  ]);
  const head = ['suite', 'runs', 'kills', 'lost answers', 'commands', 'wrong', 'failed runs'];
  const width = (column: number) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0));
  console.info('');
  for (const row of [head, head.map((_, column) => '-'.repeat(width(column))), ...rows])
    console.info(
      `| ${row.map((text, column) => (column === 0 ? text.padEnd(width(column)) : text.padStart(width(column)))).join(' | ')} |`,
    );
  for (const command of failures) console.info(`\nFailed. What repeats it:\n${command}`);
}
