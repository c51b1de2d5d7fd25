/** A nonce is unique for so long. Milliseconds. */
const memory = 5 * 60_000;

/**
 * The nonces of what the bot has posted, in whatever channel. "If another message was created by the same author with the same
 * nonce" in the past few minutes, that one counts: https://discord.com/developers/docs/resources/message#create-message
 */
export class Nonces {
  readonly #posted = new Map<string, { message: string; at: number }>();
  constructor(private readonly now: () => number) {}

  /** The id of the message that was posted with it, even if that is gone. */
  find(nonce: string | number): string | undefined {
    const posted = this.#posted.get(String(nonce));
    return posted !== undefined && this.now() - posted.at < memory ? posted.message : undefined;
  }

  keep(nonce: string | number, message: string): void {
    // the newest last, so that the oldest can be forgotten
    this.#posted.delete(String(nonce));
    this.#posted.set(String(nonce), { message, at: this.now() });
    for (const [old, { at }] of this.#posted) {
      if (this.now() - at < memory) return;
      this.#posted.delete(old);
    }
  }
}
