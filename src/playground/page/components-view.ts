import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIButtonComponent, APIMessage } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import { isMenu } from '../form.js';
import type { Menu } from '../form.js';
import { choicesOf } from './form-field.js';
import type { Scene } from './scene.js';

/** What can be pressed and chosen under a message. */
export function componentsView(message: APIMessage, scene: Scene) {
  return (message.components ?? []).map((row) => {
    if (row.type !== ComponentType.ActionRow) return nothing;
    return html`<discord-action-row slot="components">
      ${row.components.map((one) => {
        if (one.type === ComponentType.Button) return buttonView(one, message, scene);
        return isMenu(one) ? menuView(one, message, scene) : nothing;
      })}
    </discord-action-row>`;
  });
}

/** A menu; one from which several can be chosen is sent by a button of its own. */
function menuView(menu: Menu, message: APIMessage, scene: Scene) {
  const { custom_id: id, placeholder = 'Make a selection', disabled = false, max_values: most = 1 } = menu;
  const isOff = disabled || scene.pending.has(`${message.id} ${id}`);
  const choices = choicesOf(menu, scene.people);
  if (most === 1)
    return html`<select
      class="choose"
      aria-label=${placeholder}
      ?disabled=${isOff}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLSelectElement) scene.press(message, id, [currentTarget.value]);
      }}
    >
      <option value="" disabled ?selected=${!choices.some(({ chosen }) => chosen)}>${placeholder}</option>
      ${choices.map(({ value, label, chosen }) => html`<option value=${value} ?selected=${chosen}>${label}</option>`)}
    </select>`;
  return html`<form
    class="choose"
    aria-label=${placeholder}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (!(event.currentTarget instanceof HTMLFormElement)) return;
      scene.press(message, id, new FormData(event.currentTarget).getAll(id).map(String));
    }}
  >
    ${choices.map(
      ({ value, label, chosen }) =>
        html`<label class="check"
          ><input
            type="checkbox"
            name=${id}
            value=${value}
            ?checked=${chosen}
            ?disabled=${isOff}
          />${label}</label
        >`,
    )}
    <button type="submit" class="primary" ?disabled=${isOff}>Choose</button>
  </form>`;
}

const looks: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

function buttonView(button: APIButtonComponent, message: APIMessage, scene: Scene) {
  if (!('custom_id' in button)) return nothing;
  const { custom_id: id, disabled = false, style, label = '' } = button;
  const busy = scene.pending.has(`${message.id} ${id}`);
  return html`<discord-button
    type=${looks[style] ?? 'secondary'}
    role="button"
    tabindex=${disabled ? -1 : 0}
    aria-disabled=${disabled || busy}
    ?disabled=${disabled || busy}
    data-custom-id=${id}
    @click=${() => {
      if (!disabled && !busy) scene.press(message, id);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if ((event.key === 'Enter' || event.key === ' ') && !disabled && !busy) scene.press(message, id);
    }}
    >${label}</discord-button
  >`;
}
