import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../../src/playground/index.js';
import { Program } from '../support/program.js';

/** A program that serves. */
export interface Serving {
  number: number;
  /** The id of its session at the gateway. */
  session: string;
  program: Program;
}

/** Programs that serve together, and are killed and started again. */
export class Crew {
  serving: Serving[] = [];
  /** The numbers of those that were killed. */
  readonly killed = new Set<number>();
  /** What was said by those that ended though nobody had asked them to. */
  readonly crashed: string[] = [];
  /** All that were ever started, from before they say their first word. */
  readonly #all: Program[] = [];
  #isEnding = false;

  /** @param firstPauseMs for so long the first program is stopped at its start. */
  constructor(
    private readonly discord: StandIn,
    private readonly env: Record<string, string>,
    private readonly firstPauseMs = 0,
  ) {}

  /** One more; one at a time. @throws if it does not serve within two minutes, or the crew ends. */
  async start(): Promise<void> {
    if (this.#isEnding) throw new Error('the crew has ended');
    const { sessions: before } = this.discord.gateway;
    const program = new Program({
      DISCORD_TOKEN: this.discord.token,
      DISCORD_API: this.discord.api,
      ...this.env,
    });
    const number = this.#all.push(program) - 1;
    if (number === 0 && this.firstPauseMs > 0) {
      const resume = program.pause();
      console.info(`the first program is stopped at its start for ${this.firstPauseMs / 1_000} s`);
      await sleep(this.firstPauseMs);
      resume();
    }
    await program.says(/the commands (were registered at|at) Discord/);
    const [session = ''] = this.discord.gateway.sessions.filter((one) => !before.includes(one));
    const one = { number, session, program };
    this.serving.push(one);
    void program.closed.then(() => {
      if (this.#leaves(one)) this.crashed.push(program.output);
    });
  }

  /** `kill -9`. */
  async kill(one: Serving): Promise<void> {
    this.#leaves(one);
    this.killed.add(one.number);
    await one.program.end('SIGKILL');
  }

  /** What one of them logged that has this in it. */
  logged(number: number, what: string): string[] {
    const lines = this.#all[number]?.output.split('\n') ?? [];
    return lines.filter((line) => line.includes(what));
  }

  /** Ends those that serve. @returns the codes with which they did. */
  async end(signal: NodeJS.Signals): Promise<(number | null)[]> {
    const all = this.serving.splice(0);
    return Promise.all(all.map(({ program }) => program.end(signal)));
  }

  /** Kills all, also those that have not said a word yet, and starts no more. */
  async close(): Promise<void> {
    this.#isEnding = true;
    this.serving = [];
    await Promise.all(this.#all.map((program) => program.end('SIGKILL')));
  }

  /** @returns whether it was there. */
  #leaves(one: Serving): boolean {
    const wasThere = this.serving.includes(one);
    this.serving = this.serving.filter((other) => other !== one);
    return wasThere;
  }
}
