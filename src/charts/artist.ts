import { Worker } from 'node:worker_threads';
import type { Chart } from './chart.js';
import { NotDrawn } from './errors.js';
import type { Answer } from './worker.js';

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: NotDrawn): void;
}

const program = new URL('./worker.js', import.meta.url);

/** A thread that has nothing to draw keeps its memory for so long. Milliseconds. */
const patience = 60_000;

/**
 * A thread that draws one chart after the other, so that no other answer waits for a picture. It keeps the process
 * alive only while it draws, and ends when nobody has wanted a chart for a minute.
 */
export class Artist {
  readonly #waiting: Waiting[] = [];
  readonly #thread = new Worker(program);

  readonly #onEnd: (ended: Artist) => void;
  #idle: NodeJS.Timeout | undefined;

  /** @param onEnd called when it can draw no more: closed, fallen over, or idle for long. */
  constructor(onEnd: (ended: Artist) => void) {
    this.#onEnd = onEnd;
    let cause: unknown;
    this.#thread.unref();
    this.#thread.on('message', (answer: Answer) => this.#settle(answer));
    this.#thread.on('error', (error) => (cause = error));
    this.#thread.once('exit', () => {
      onEnd(this);
      for (const waiting of this.#waiting.splice(0))
        waiting.reject(new NotDrawn('its thread ended', { cause }));
    });
  }

  /** @throws {NotDrawn} */
  draw(chart: Chart): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      this.#thread.postMessage(chart);
      this.#waiting.push({ resolve, reject });
      this.#thread.ref();
    });
  }

  /** What is not drawn yet will not be. */
  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #settle(answer: Answer): void {
    const next = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#rest();
    if ('png' in answer) next?.resolve(answer.png);
    else next?.reject(new NotDrawn('the drawing failed', { cause: answer.error }));
  }

  #rest(): void {
    this.#thread.unref();
    this.#idle = setTimeout(() => {
      // first, so that nobody gives it another chart
      this.#onEnd(this);
      void this.close();
    }, patience);
    this.#idle.unref();
  }
}
