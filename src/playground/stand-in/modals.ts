import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { OpenModal } from '../protocol.js';
import { numbered } from './component-ids.js';
import type { Deed } from './deed.js';

/** A form, and what it was opened by. */
export interface Opened {
  modal: OpenModal;
  opener: Deed & { id: string };
}

/** Forms that the stand-in remembers; the oldest go first. */
const mostOpen = 100;

/** The forms that people have before them. */
export class Modals {
  readonly #open = new Map<string, Opened>();

  open(opener: Opened['opener'], form: APIModalInteractionResponseCallbackData): OpenModal {
    const { id } = opener;
    const modal = { ...form, id, components: numbered(form.components) };
    this.#open.set(id, { modal, opener });
    const [oldest] = this.#open.keys();
    if (this.#open.size > mostOpen && oldest !== undefined) this.#open.delete(oldest);
    return modal;
  }

  /** A form that this person has open. */
  find(id: string, person: string): Opened | undefined {
    const opened = this.#open.get(id);
    return opened?.opener.person.id === person ? opened : undefined;
  }

  close(id: string): void {
    this.#open.delete(id);
  }
}
