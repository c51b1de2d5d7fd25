import { within } from './bounds.js';
import type { Deed } from './command.js';
import { canRest } from './effects/rested.js';
import { refuse } from './refusal.js';
import { maximum } from './state.js';
import type { State } from './state.js';
import { highestAdjustment, highestAmount } from './vocabulary.js';
import type { Edition } from './vocabulary.js';

/** @throws {Refusal} saying why a command can't be done to someone who is as they are. */
export function checkPossible(state: State, command: Deed, edition: Edition): void {
  switch (command.type) {
    // what is known of the dead can be put right, or they would stay so for ever
    case 'setDefenses':
    case 'edit':
      return;
    case 'setMaximum': {
      const { maxModifier } = state;
      return within(
        'value',
        command.value,
        Math.max(1, -maxModifier),
        Math.min(highestAmount, highestAmount - maxModifier),
      );
    }
    case 'adjustMaximum': {
      const now = maximum(state);
      return within(
        'adjust',
        command.by,
        Math.max(-highestAdjustment, -now),
        Math.min(highestAdjustment, highestAmount - now),
      );
    }
    case 'revive':
      if (state.condition !== 'dead') refuse({ code: 'not-dead' });
      return checkMaximum(state, command.value);
  }
  const { condition } = state;
  if (condition === 'dead') return refuse({ code: 'dead' });
  switch (command.type) {
    case 'damage':
    case 'heal':
    case 'grantTemporary':
      return;
    case 'set':
      return checkMaximum(state, command.value);
    case 'deathSave':
    case 'stabilize':
      if (condition !== 'dying') refuse({ code: 'not-dying', condition });
      return;
    case 'concentrate':
      if (command.on !== null && condition !== 'up') refuse({ code: 'unconscious', condition });
      if (command.on === null && state.concentration === null) refuse({ code: 'not-concentrating' });
      return;
    case 'rest':
      if (!canRest(state, command.kind, edition)) refuse({ code: 'needs-hit-point' });
      return checkHitDice(state, command.dice ?? []);
  }
}

function checkMaximum(state: State, value: number): void {
  if (value > maximum(state)) refuse({ code: 'above-maximum', value, maximum: maximum(state) });
}

function checkHitDice({ hitDice }: State, dice: { die: number }[]): void {
  for (const { die } of dice) {
    const left = hitDice.find((one) => one.die === die)?.left ?? 0;
    if (dice.filter((one) => one.die === die).length > left) refuse({ code: 'no-hit-dice', die, left });
  }
}
