import type { InteractionType } from 'discord.js';
import type { Channel, Person } from './world.js';

/** What a person does that the bot is to answer. */
export interface Deed {
  type: InteractionType;
  person: Person;
  channel: Channel;
  /** The command's words, `hp damage` say. */
  command?: string;
  /** On whom a command was chosen from the menu. */
  target?: Person;
  /** The message that bears the button, of a form too. */
  source?: string;
  /** What opened the form. */
  opener?: Deed & { id: string };
}
