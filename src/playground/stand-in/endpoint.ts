import { generateKeyPairSync, sign } from 'node:crypto';
import type { Interactions } from './interactions.js';

/** An interaction, as far as it matters to who delivers it. */
export interface Deliverable {
  id: string;
  token: string;
}

/** Discord waits so long for a first answer. Milliseconds. */
const patience = 3_000;

/**
 * Where Discord posts interactions to, once an application has chosen that, instead of sending them by the gateway:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#receiving-an-interaction
 */
export class Endpoint {
  /** Left out: interactions go by the gateway. */
  url: string | undefined;
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly #sign: (data: Buffer) => Buffer;

  constructor(
    private readonly interactions: Interactions,
    private readonly now: () => number,
  ) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    this.publicKey = Buffer.from(x, 'base64url').toString('hex');
    this.#sign = (data) => sign(null, data, privateKey);
  }

  /** What Discord says of itself in the headers of a request. @param at milliseconds since 1970. */
  headersFor(body: string, at = this.now()): Record<string, string> {
    const timestamp = String(Math.floor(at / 1_000));
    return {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': this.#sign(Buffer.from(timestamp + body)).toString('hex'),
      'x-signature-timestamp': timestamp,
    };
  }

  /** Posts an interaction, and takes what is answered for the first answer. @throws {ApiRefusal} where Discord would not take it. */
  async deliver(url: string, interaction: Deliverable): Promise<void> {
    const body = JSON.stringify(interaction);
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method: 'POST', headers: this.headersFor(body), body, signal }).catch(
      () => undefined,
    );
    // whoever waits for an answer sees that there is none
    if (response?.status !== 200) return;
    this.interactions.answer(interaction.id, interaction.token, await response.json(), []);
  }
}
