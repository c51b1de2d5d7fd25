import { createBot } from './bot.js';
import { ConfigError, readConfig } from './config.js';
import { discordClock, inFlight, interactionsApp, lambdaHandler, openRest } from './discord/index.js';
import { nodeNotice, openLedger } from './ledger/index.js';
import { createLog } from './log.js';

/**
 * The bot on AWS Lambda: what `npm run serve` answers over HTTP, without what needs a program that stays: feeds and boards are
 * kept, and commands registered, by one that has the token. Dice and charts are loaded once someone wants them.
 */
const config = readConfig(process.env);
if (config.http === undefined) throw new ConfigError('DISCORD_PUBLIC_KEY is not set.');
const { publicKey, ...address } = config.http;
const log = createLog(config.logLevel);
const notice = nodeNotice();
if (notice !== undefined) log.info(notice);
const ledger = await openLedger(config.ledger, log);
const serving = inFlight(() => ledger.abandon());
const app = interactionsApp({
  publicKey,
  rest: openRest(address),
  serving,
  commands: createBot(ledger, log),
  clock: discordClock(),
  log,
});

/** For AWS Lambda, by a function URL whose invoke mode is RESPONSE_STREAM. */
export const handler = lambdaHandler(app, serving);
