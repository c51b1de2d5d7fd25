import { readFile } from 'node:fs/promises';
import { Program } from '../tests/support/program.js';

const hook = new URL('./heap.js', import.meta.url).href;
const megabyte = 1_000_000;

/** A program of ours whose memory can be looked at. All in megabytes. */
export class MeasuredProgram extends Program {
  constructor(env: Record<string, string>) {
    super({ ...env, NODE_OPTIONS: `--import ${hook}` });
  }

  /** What its heap holds after collection. */
  async heap(): Promise<number> {
    this.output = '';
    process.kill(this.pid, 'SIGUSR2');
    const [, bytes] = await this.says(/heap (\d+)\n/);
    return Number(bytes) / megabyte;
  }

  /** What it has of the machine's memory now, and the most that it ever had. */
  async resident(): Promise<{ now: number; most: number }> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_000;
    return { now: of('VmRSS'), most: of('VmHWM') };
  }
}
