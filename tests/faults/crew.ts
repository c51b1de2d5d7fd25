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
  readonly #all: Program[] = [];

  constructor(
    private readonly discord: StandIn,
    private readonly env: Record<string, string>,
  ) {}

  /** One more; one at a time. */
  async start(): Promise<void> {
    const { sessions: before } = this.discord.gateway;
    const program = new Program({
      DISCORD_TOKEN: this.discord.token,
      DISCORD_API: this.discord.api,
      ...this.env,
    });
    await program.says(/the commands (were registered at|at) Discord/);
    const [session = ''] = this.discord.gateway.sessions.filter((one) => !before.includes(one));
    const one = { number: this.#all.push(program) - 1, session, program };
    this.serving.push(one);
    void program.ended().then(() => {
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

  /** Ends all. @returns the codes with which they did. */
  async end(signal: NodeJS.Signals): Promise<(number | null)[]> {
    const all = this.serving.splice(0);
    return Promise.all(all.map(({ program }) => program.end(signal)));
  }

  /** @returns whether it was there. */
  #leaves(one: Serving): boolean {
    const wasThere = this.serving.includes(one);
    this.serving = this.serving.filter((other) => other !== one);
    return wasThere;
  }
}
