import { ComponentType } from 'discord.js';
import type { APIModalInteractionResponseCallbackComponent } from 'discord.js';
import { defaultOf, fieldsOf, FormError, isField, isMenu, problemWith } from '../form.js';
import type { Field } from '../form.js';
import type { FieldValue, OpenModal } from '../protocol.js';
import { chosenFrom } from './choice.js';
import { resolvedOf } from './resolved.js';
import type { Person, World } from './world.js';

/** What a person filled in, by the custom id of the field. */
export type Filled = Readonly<Record<string, FieldValue>>;

/**
 * What Discord's client sends of a form; a field that is not named is sent as it was.
 * @throws {FormError} where the client would not send it.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure
 */
export function submissionOf(modal: OpenModal, filled: Filled, world: World, person: Person): object {
  const fields = fieldsOf(modal);
  const unknown = Object.keys(filled).find((id) => !fields.some(({ field }) => field.custom_id === id));
  if (unknown !== undefined) throw new FormError(`the form has no field ${unknown}`);
  const values = new Map(
    fields.map(({ field, label }) => {
      const value = valueOf(field, filled[field.custom_id] ?? defaultOf(field), world);
      const problem = problemWith(field, value);
      if (problem !== undefined) throw new FormError(`${label}: ${problem}`);
      return [field.custom_id, value];
    }),
  );
  const people = fields.filter(({ field }) => field.type === ComponentType.UserSelect);
  const chosen = people.flatMap(({ field }) => values.get(field.custom_id) ?? []);
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((one) => sent(one, values)),
    ...resolvedOf(chosen, world, person),
  };
}

/** As the field has it: a list where it is a menu. @throws {FormError} */
function valueOf(field: Field, value: FieldValue, world: World): FieldValue {
  if (!isMenu(field)) return value;
  return chosenFrom(field, typeof value === 'string' ? [value].filter((one) => one !== '') : value, world);
}

type Component = APIModalInteractionResponseCallbackComponent | Field;

function sent(component: Component, values: ReadonlyMap<string, FieldValue>): object {
  const { id, type } = component;
  if (isField(component)) {
    const { custom_id } = component;
    const value = values.get(custom_id);
    return { type, id, custom_id, ...(typeof value === 'string' ? { value } : { values: value }) };
  }
  if (component.type === ComponentType.Label && isField(component.component))
    return { type, id, component: sent(component.component, values) };
  if (component.type === ComponentType.ActionRow)
    return { type, id, components: component.components.map((one) => sent(one, values)) };
  return { type, id };
}
