import { ComponentType } from 'discord.js';
import type { APIModalInteractionResponseCallbackData, APITextInputComponent } from 'discord.js';
import { isField, isMenu } from '../../form.js';
import type { Field } from '../../form.js';
import { required } from '../refusal.js';
import type { Wrong } from '../refusal.js';
import { wrongWithComponents } from './components.js';

/** Discord's limits on forms that its published schema does not tell. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export function wrongWithModal({ components }: APIModalInteractionResponseCallbackData): Wrong[] {
  const inside = components.flatMap((one, index): Wrong[] => {
    if (one.type === ComponentType.ActionRow)
      return one.components.flatMap((field, place) => [
        ...(field.label ? [] : [required(index, 'components', place, 'label')]),
        ...wrongWithField(field, [index, 'components', place]),
      ]);
    if (one.type !== ComponentType.Label) return [];
    const path = [index, 'component'];
    return isField(one.component) ? wrongWithField(one.component, path) : [notHere(path)];
  });
  return [...wrongWithComponents(components), ...inside].map((wrong) => ({
    ...wrong,
    path: ['components', ...wrong.path],
  }));
}

/** Discord has more kinds of fields than the stand-in. */
function notHere(path: PropertyKey[]): Wrong {
  const message = 'The stand-in has text inputs, string selects and user selects alone.';
  return { path: [...path, 'type'], code: 'BASE_TYPE_CHOICES', message };
}

function wrongWithField(field: Field, path: PropertyKey[]): Wrong[] {
  if (!isMenu(field)) return wrongWithText(field, path);
  const disabled: Wrong = {
    path: [...path, 'disabled'],
    code: 'MODAL_COMPONENT_DISABLED',
    message: 'Components in a modal cannot be disabled',
  };
  const isNeeded = field.required !== false;
  return [
    ...(field.disabled === true ? [disabled] : []),
    ...(isNeeded && field.min_values === 0
      ? [{ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MIN', message: 'Must be at least 1.' }]
      : []),
  ];
}

function wrongWithText(
  { min_length: least = 0, max_length: most = 4_000, value = '' }: APITextInputComponent,
  path: PropertyKey[],
): Wrong[] {
  if (least > most)
    return [
      {
        path: [...path, 'min_length'],
        code: 'TEXT_INPUT_MIN_MAX_INVALID',
        message: 'The minimum length is greater than the maximum length',
      },
    ];
  if (value.length <= most) return [];
  const message = `Must be ${most} or fewer in length.`;
  return [{ path: [...path, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}
