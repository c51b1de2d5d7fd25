import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import { defaultOf, isMenu } from '../form.js';
import type { LabeledField, Menu } from '../form.js';
import type { PlaygroundPerson } from '../protocol.js';

/** What is needed to show a field of a form. */
export interface FieldScene {
  /** Unlike that of any other field. */
  id: string;
  /** It is the one to begin with. */
  autofocus: boolean;
  /** What is wrong with what it holds. */
  problem: string | undefined;
  people: readonly PlaygroundPerson[];
}

/** A field, its label and what is wrong with it. */
export function fieldView({ field, label, description }: LabeledField, scene: FieldScene) {
  const { id, problem } = scene;
  const name = html`${label}${field.required === false ? nothing : html`<span class="star" aria-hidden="true"> *</span>`}`;
  const about = description === undefined ? nothing : html`<small id="${id}-about">${description}</small>`;
  const wrong =
    problem === undefined ? nothing : html`<small id="${id}-problem" class="problem">${problem}</small>`;
  if (isMenu(field) && (field.max_values ?? 1) > 1)
    return html`<fieldset class="field" aria-describedby="${id}-about ${id}-problem">
      <legend>${name}</legend>
      ${about} ${checks(field, scene)} ${wrong}
    </fieldset>`;
  return html`<div class="field">
    <label for=${id}>${name}</label>
    ${about} ${isMenu(field) ? select(field, scene) : text(field, scene)} ${wrong}
  </div>`;
}

function text(field: APITextInputComponent, { id, autofocus, problem }: FieldScene) {
  const { custom_id: name, style, max_length: most = 4_000, value = '', placeholder = '' } = field;
  const required = field.required !== false;
  const about = `${id}-about ${id}-problem`;
  if (style === TextInputStyle.Paragraph)
    return html`<textarea
      id=${id}
      name=${name}
      rows="4"
      maxlength=${most}
      placeholder=${placeholder}
      ?autofocus=${autofocus}
      aria-required=${required}
      aria-invalid=${problem !== undefined}
      aria-describedby=${about}
      .defaultValue=${value}
    ></textarea>`;
  return html`<input
    type="text"
    id=${id}
    name=${name}
    maxlength=${most}
    placeholder=${placeholder}
    autocomplete="off"
    ?autofocus=${autofocus}
    aria-required=${required}
    aria-invalid=${problem !== undefined}
    aria-describedby=${about}
    .defaultValue=${value}
  />`;
}

function select(menu: Menu, { id, autofocus, problem, people }: FieldScene) {
  const { custom_id: name, placeholder = 'Make a selection', required = true } = menu;
  return html`<select
    id=${id}
    name=${name}
    ?autofocus=${autofocus}
    aria-required=${required}
    aria-invalid=${problem !== undefined}
    aria-describedby="${id}-about ${id}-problem"
  >
    <option value="">${placeholder}</option>
    ${choicesOf(menu, people).map(
      ({ value, label, chosen }) => html`<option value=${value} ?selected=${chosen}>${label}</option>`,
    )}
  </select>`;
}

/** More than one may be chosen. */
function checks(menu: Menu, { autofocus, problem, people }: FieldScene) {
  return choicesOf(menu, people).map(
    ({ value, label, description, chosen }, index) =>
      html`<label class="check">
        <input
          type="checkbox"
          name=${menu.custom_id}
          value=${value}
          ?checked=${chosen}
          ?autofocus=${autofocus && index === 0}
          aria-invalid=${problem !== undefined}
        />
        <span>${label}${description === undefined ? nothing : html`<small>${description}</small>`}</span>
      </label>`,
  );
}

/** What a menu offers. */
export function choicesOf(
  menu: Menu,
  people: readonly PlaygroundPerson[],
): { value: string; label: string; description?: string; chosen: boolean }[] {
  const options =
    menu.type === ComponentType.StringSelect
      ? menu.options
      : people.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = defaultOf(menu);
  return options.map((one) => ({ ...one, chosen: chosen.includes(one.value) }));
}
