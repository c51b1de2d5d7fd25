import type { APIApplicationCommand } from 'discord-api-types/v10';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { FieldValue, PlaygroundPerson } from '../protocol.js';
import type { OpenForm } from './conversation.js';
import './form-dialog.js';
import type { Scene } from './scene.js';
import './person-menu.js';
import type { Place } from './person-menu.js';

/** What can be done with the form that is open. */
export interface FormActions {
  submit: (filled: Record<string, FieldValue>) => void;
  close: () => void;
}

/** The form that is open, above everything else. */
export function formOverlay(
  { modal, nonce, problem }: OpenForm,
  scene: Scene,
  { submit, close }: FormActions,
) {
  return keyed(
    modal.id,
    html`<hp-form
      .modal=${modal}
      .bot=${scene.bot}
      .people=${scene.people}
      .names=${scene.names}
      .problem=${problem}
      .busy=${nonce !== undefined}
      @submit-form=${({ detail }: CustomEvent<Record<string, FieldValue>>) => submit(detail)}
      @close-form=${close}
    ></hp-form>`,
  );
}

/** The menu that is open. */
export interface OpenMenu {
  person: PlaygroundPerson;
  place: Place;
}

/** What can be done with it. */
export interface MenuActions {
  choose: (commandId: string) => void;
  close: () => void;
}

/** The menu on a person, above everything else. */
export function menuOverlay(
  menu: OpenMenu,
  commands: readonly APIApplicationCommand[],
  locale: string,
  { choose, close }: MenuActions,
) {
  return keyed(
    menu,
    html`<hp-person-menu
      .commands=${commands}
      .person=${menu.person}
      .place=${menu.place}
      .locale=${locale}
      @choose=${({ detail }: CustomEvent<string>) => choose(detail)}
      @close-menu=${close}
    ></hp-person-menu>`,
  );
}
