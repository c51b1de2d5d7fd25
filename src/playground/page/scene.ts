import type { APIMessage } from 'discord-api-types/v10';
import type { PlaygroundPerson } from '../protocol.js';
import type { Names } from './markdown.js';
import type { Place } from './person-menu.js';

/** What is needed to show a message. */
export interface Scene {
  bot: PlaygroundPerson;
  people: PlaygroundPerson[];
  names: Names;
  light: boolean;
  /** The buttons that were pressed and are not answered yet. */
  pending: ReadonlySet<string>;
  press(message: APIMessage, customId: string, values?: string[]): void;
  dismiss(message: APIMessage): void;
  /** Opens the menu on a person; absent where there is nothing in it. */
  openMenu?: ((person: PlaygroundPerson, place: Place) => void) | undefined;
}
