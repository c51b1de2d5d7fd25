import type { APIApplicationCommand } from 'discord-api-types/v10';
import { hp } from '../../commands/hp.js';

/** The bot's commands as Discord would list them. */
export const commands = [{ ...hp, id: '1', application_id: '2', version: '3' } as APIApplicationCommand];
