export { createCommands } from './commands.js';
export type { Commands, CommandsOptions } from './commands.js';
export type { ChannelPermission, NamedChannel, Options, Pressed, Request } from './request.js';
export type { Person } from '../src/party/index.js';
export { definitions } from './hp.js';
