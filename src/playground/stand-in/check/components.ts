import { ButtonStyle, ComponentType } from 'discord.js';
import { required } from '../refusal.js';
import type { Wrong } from '../refusal.js';

/** Any component, so far as the limits look at it. */
interface Component {
  type: ComponentType;
  custom_id?: string;
  style?: number;
  label?: string;
  emoji?: object;
  url?: string;
  options?: { value: string }[];
  min_values?: number;
  max_values?: number;
  components?: Component[];
  component?: Component;
}

/** Rows of a message, or fields of a form. */
const mostRows = 5;

/** Discord's limits on components that its published schema does not tell. https://discord.com/developers/docs/components/reference */
export function wrongWithComponents(given: readonly unknown[]): Wrong[] {
  const components = given as readonly Component[];
  const wrongs = components.flatMap((one, index) => within(one, [index]));
  if (components.length > mostRows)
    wrongs.push({ path: [], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
  const ids = components.flatMap(idsIn);
  if (new Set(ids).size < ids.length)
    wrongs.push({
      path: [],
      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
      message: 'Component custom id cannot be duplicated',
    });
  return wrongs;
}

function idsIn({ custom_id: id, components = [], component }: Component): string[] {
  const inner = component === undefined ? components : [...components, component];
  return [...(id === undefined ? [] : [id]), ...inner.flatMap(idsIn)];
}

function within(component: Component, path: PropertyKey[]): Wrong[] {
  const { type, components = [] } = component;
  const inner = components.flatMap((one, index) => within(one, [...path, 'components', index]));
  if (type === ComponentType.Button) return wrongWithButton(component, path);
  if (component.component !== undefined) inner.push(...within(component.component, [...path, 'component']));
  inner.push(...wrongWithMenu(component, path));
  const kinds = new Set(components.map((one) => one.type));
  if (type === ComponentType.ActionRow && (kinds.size > 1 || (!kinds.has(2) && components.length > 1)))
    inner.push({
      path: [...path, 'components'],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    });
  return inner;
}

function wrongWithMenu(
  { type, options = [], min_values: least = 1, max_values: most = 1 }: Component,
  path: PropertyKey[],
): Wrong[] {
  const values = options.map(({ value }) => value);
  const twice: Wrong = {
    path: [...path, 'options'],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    message: 'The specified option value is already used',
  };
  const available = type === ComponentType.StringSelect ? options.length : most;
  return [
    ...(new Set(values).size < values.length ? [twice] : []),
    ...(least > most
      ? [
          {
            path: [...path, 'min_values'],
            code: 'SELECT_COMPONENT_MIN_MAX_INVALID',
            message: 'The minimum is greater than the maximum',
          },
        ]
      : []),
    ...(most > available
      ? [
          {
            path: [...path, 'max_values'],
            code: 'NUMBER_TYPE_MAX',
            message: `Must be at most ${available}.`,
          },
        ]
      : []),
  ];
}

function wrongWithButton(
  { style, label, emoji, url, custom_id: id }: Component,
  path: PropertyKey[],
): Wrong[] {
  const isLink = style === ButtonStyle.Link;
  if (isLink && url === undefined) return [required(...path, 'url')];
  if (!isLink && id === undefined) return [required(...path, 'custom_id')];
  if (!label && emoji === undefined) return [required(...path, 'label')];
  if (isLink === (id === undefined)) return [];
  return [
    {
      path,
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    },
  ];
}
