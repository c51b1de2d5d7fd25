import type { REST } from '@discordjs/rest';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { admission } from '../admission.js';
import type { Admission } from '../admission.js';
import type { InFlight } from '../in-flight.js';
import { readInteraction } from '../interaction.js';
import type { Incoming } from '../interaction.js';
import { noServiceMeter } from '../meter.js';
import type { ServiceMeter } from '../meter.js';
import { serve } from '../serve.js';
import type { Service } from '../serve.js';
import { httpResponder } from './http-responder.js';
import { authenticator } from './signature.js';

export interface InteractionsOptions extends Omit<Service, 'admission' | 'meter'> {
  admission?: Admission;
  meter?: ServiceMeter;
  /** The application's, 64 hexadecimal digits. */
  publicKey: string;
  /** For what follows the first answer. */
  rest: REST;
  /** Is told of what goes on after the first answer. */
  serving: InFlight;
}

/** Where Discord posts interactions to. */
export const interactionsPath = '/interactions';

/** An interaction is smaller than that, with the message that bears what was pressed. Bytes. */
const mostBytes = 256 * 1024;

/**
 * Answers what Discord posts; see {@link https://discord.com/developers/docs/interactions/receiving-and-responding}. What is not
 * Discord's is refused before it is read, and nothing is done.
 */
export function interactionsApp(options: InteractionsOptions): Hono {
  const { publicKey, rest, serving, clock, log, meter = noServiceMeter } = options;
  const service = { admission: admission(), ...options, meter };
  const authenticityOf = authenticator(publicKey);
  const app = new Hono();
  // what is left unread of it can't be told from a next request
  const onError = (context: Context) => context.body(null, 413, { Connection: 'close' });
  const tooLarge = bodyLimit({ maxSize: mostBytes, onError });

  app.post(interactionsPath, tooLarge, async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const authenticity = authenticityOf({
      signature: context.req.header('x-signature-ed25519'),
      timestamp: context.req.header('x-signature-timestamp'),
      body,
    });
    if (authenticity !== 'authentic') {
      log.warn({ authenticity }, 'a request that is not Discord’s was refused');
      return context.body(null, 401);
    }
    clock.observe(new Date(Number(context.req.header('x-signature-timestamp')) * 1_000).toUTCString());
    const incoming = readOrLog(body, log);
    if (incoming === undefined) return context.body(null, 400);
    if (incoming === 'ping') return context.json({ type: InteractionResponseType.Pong });

    const first = new Promise<APIInteractionResponse | undefined>((resolve) => {
      const served = serve(incoming, httpResponder(incoming, rest, resolve), service);
      // one that was not answered has nothing to answer with
      serving.add(served.then(() => resolve(undefined)));
    });
    const answer = await first;
    return answer === undefined ? context.body(null, 503) : context.json(answer);
  });
  app.all(interactionsPath, (context) => context.body(null, 405, { Allow: 'POST' }));
  app.onError((error, context) => {
    log.error({ err: error }, 'a request failed');
    return context.body(null, 500);
  });
  return app;
}

function readOrLog(body: Uint8Array, log: Logger): Incoming | 'ping' | undefined {
  try {
    const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isPing(raw) ? 'ping' : readInteraction(raw);
  } catch (error) {
    log.error({ err: error }, 'an interaction could not be read and was refused');
    return undefined;
  }
}

/** Discord asks from time to time whether anybody is there. */
function isPing(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === InteractionType.Ping;
}
