import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APILabelComponent, APITextInputComponent } from 'discord-api-types/v10';
import { damageTypes, longestNote } from '../rules/index.js';
import type { Words } from '../words/index.js';
import type { Character } from './entry.js';
import type { Form } from './reply.js';
import { shortened } from './text.js';

/** What a form is filled in for. */
export interface FormPurpose {
  does: 'damage' | 'heal';
  /** The character's id. */
  character: string;
}

/** As long as Discord lets the title of a form be. Code points. */
const longestTitle = 45;

/** A small form: amount, type of damage, note. Its fields are called as the options of the command are. */
export function changeForm(words: Words, does: FormPurpose['does'], { id, name }: Character): Form {
  const { forms, damageTypes: types } = words;
  const amount = {
    custom_id: 'amount',
    placeholder: does === 'damage' ? forms.damageHint : forms.healHint,
    required: true,
    max_length: 100,
  };
  const type: APILabelComponent = {
    type: ComponentType.Label,
    label: forms.type,
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'type',
      required: false,
      options: damageTypes.map((value) => ({ label: types[value], value })),
    },
  };
  return {
    form: {
      custom_id: `${does}:${id}`,
      title: shortened(forms[does](name), longestTitle),
      components: [
        field(forms.amount, amount),
        ...(does === 'damage' ? [type] : []),
        field(forms.note, { custom_id: 'note', required: false, max_length: longestNote }),
      ],
    },
  };
}

/** What a form was filled in for; `undefined` for one of another version of this program. */
export function readForm(customId: string): FormPurpose | undefined {
  const [, does, character] = /^(damage|heal):([0-9a-f-]{36})$/.exec(customId) ?? [];
  if (does !== 'damage' && does !== 'heal') return undefined;
  return character === undefined ? undefined : { does, character };
}

function field(label: string, input: Omit<APITextInputComponent, 'type' | 'style'>): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: { type: ComponentType.TextInput, style: TextInputStyle.Short, ...input },
  };
}
