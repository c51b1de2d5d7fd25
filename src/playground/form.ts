import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APIStringSelectComponent,
  APITextInputComponent,
  APIUserSelectComponent,
} from 'discord-api-types/v10';
import { ClientError } from './client-error.js';
import type { FieldValue, OpenModal } from './protocol.js';

/** A form that Discord's client would not send, or a menu from which this can't be chosen. */
export class FormError extends ClientError {
  override name = 'FormError';
  readonly code = 'form';
}

export type Menu = APIStringSelectComponent | APIUserSelectComponent;
export type Field = APITextInputComponent | Menu;

/** A field and the words around it. */
export interface LabeledField {
  kind: 'field';
  label: string;
  description?: string | undefined;
  field: Field;
}

/** What a form shows, from top to bottom. */
export type FormElement = LabeledField | { kind: 'text'; text: string };

const longestText = 4_000;

/** What a form shows. A field that a person could not fill in here never gets so far. */
export function elementsOf({ components }: Pick<OpenModal, 'components'>): FormElement[] {
  return components.flatMap((one): FormElement[] => {
    switch (one.type) {
      case ComponentType.TextDisplay:
        return [{ kind: 'text', text: one.content }];
      case ComponentType.Label: {
        const { label, description, component: field } = one;
        return isField(field) ? [{ kind: 'field', label, description, field }] : [];
      }
      case ComponentType.ActionRow:
        return one.components.map((field) => ({ kind: 'field', label: field.label ?? '', field }));
      default:
        return [];
    }
  });
}

export function fieldsOf(modal: Pick<OpenModal, 'components'>): LabeledField[] {
  return elementsOf(modal).filter((one) => one.kind === 'field');
}

/** Whether it is a field that can be filled in here. */
export function isField(component: { type: ComponentType }): component is Field {
  return component.type === ComponentType.TextInput || isMenu(component);
}

export function isMenu(component: { type: ComponentType }): component is Menu {
  return component.type === ComponentType.StringSelect || component.type === ComponentType.UserSelect;
}

/** What a field holds before anyone has touched it. */
export function defaultOf(field: Field): FieldValue {
  switch (field.type) {
    case ComponentType.TextInput:
      return field.value ?? '';
    case ComponentType.StringSelect:
      return field.options.filter((one) => one.default === true).map(({ value }) => value);
    case ComponentType.UserSelect:
      return (field.default_values ?? []).map(({ id }) => id);
  }
}

/** Why Discord's client does not send a form with this in the field. */
export function problemWith(field: Field, value: FieldValue): string | undefined {
  if (field.required !== false && value.length === 0) return 'This field is required.';
  if (value.length === 0) return undefined;
  if (field.type === ComponentType.TextInput)
    return typeof value === 'string' ? problemWithText(field, value) : 'A text is wanted.';
  return problemWithChoice(field, typeof value === 'string' ? [value] : value);
}

/** Why these can't be chosen from a menu. */
export function problemWithChoice(menu: Menu, values: readonly string[]): string | undefined {
  const { min_values: least = 1, max_values: most = 1 } = menu;
  const offered = menu.type === ComponentType.StringSelect ? menu.options.map(({ value }) => value) : values;
  const isOffered = values.every((one, index) => offered.includes(one) && values.indexOf(one) === index);
  if (!isOffered) return 'Choose from the list.';
  if (values.length >= least && values.length <= most) return undefined;
  return least === most ? `Choose ${least}.` : `Choose ${least} to ${most}.`;
}

function problemWithText(
  { style, min_length: least = 0, max_length: most = longestText }: APITextInputComponent,
  text: string,
): string | undefined {
  if (style === TextInputStyle.Short && text.includes('\n')) return 'Must be one line.';
  if (text.length < least) return `Must be ${least} or more in length.`;
  if (text.length > most) return `Must be ${most} or fewer in length.`;
  return undefined;
}
