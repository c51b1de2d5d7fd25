/** The least that a bot can do: it answers "ok" to everything, and keeps nothing. */
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API ?? '' } });
client.on(Events.InteractionCreate, (one) => void (one.isChatInputCommand() && one.reply('ok')));
await client.login(process.env.DISCORD_TOKEN);
process.send?.('ready');
