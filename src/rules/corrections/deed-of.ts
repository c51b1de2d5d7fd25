import type { Deed } from '../command.js';
import { adjustmentOf } from '../effects/adjustment.js';
import type { Original } from '../event.js';

/** What can be put right, or done to another. */
export type Told = Extract<
  Deed,
  {
    type:
      'damage' | 'heal' | 'grantTemporary' | 'set' | 'deathSave' | 'revive' | 'setMaximum' | 'adjustMaximum';
  }
>;

/** What was done, as an event tells it; `undefined` of one that can only be taken back. */
export function deedOf(event: Original): Told | undefined {
  const { type, details } = event;
  switch (type) {
    case 'Damaged': {
      const { parts, halved, resisted, critical, knockOut } = details;
      return {
        type: 'damage',
        parts: parts.map(({ amount, type, rolled }) => ({ amount, type, rolled })),
        ...{ adjust: adjustmentOf(parts), halved, resisted, critical, knockOut },
      };
    }
    case 'Healed':
      return { type: 'heal', ...rolledAmount(details) };
    case 'TemporaryGranted':
      return { type: 'grantTemporary', ...rolledAmount(details), ...(details.replace && { replace: true }) };
    case 'HitPointsSet':
      return { type: 'set', value: details.value, note: event.note ?? '' };
    case 'DeathSaveRolled':
      return { type: 'deathSave', roll: details.roll, ...(details.bonus && { bonus: details.bonus }) };
    case 'Revived':
      return { type: 'revive', value: details.value };
    case 'MaximumSet':
      return { type: 'setMaximum', value: details.value, ...(details.heal && { heal: true }) };
    case 'MaximumAdjusted':
      return { type: 'adjustMaximum', by: details.by, ...(details.heal && { heal: true }) };
    default:
      return undefined;
  }
}

function rolledAmount({ amount, rolled }: { amount: number; rolled?: string | undefined }) {
  return { amount, ...(rolled !== undefined && { rolled }) };
}
