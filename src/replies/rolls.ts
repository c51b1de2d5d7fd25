import type { Event } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { plain } from './text.js';

/** How dice fell, `2d6+3: [4, 5]+3 = 12`; empty where none were thrown. */
export function dice(rolled: string | undefined, amount: number): string {
  return rolled === undefined ? '' : `${plain(rolled)} = ${amount}`;
}

/** All dice that an amount or damage was rolled with, in one line; `undefined` where there were none. */
export function diceOf({ damageTypes }: Words, event: Event): string | undefined {
  const parts = partsOf(event)
    .filter(({ rolled }) => rolled !== undefined)
    .map(({ rolled, amount, type }) =>
      [dice(rolled, amount), ...(type ? [damageTypes[type]] : [])].join(' '),
    );
  return parts.length === 0 ? undefined : `🎲 ${parts.join(' + ')}`;
}

/** The same without how its dice fell. */
export function withoutDice(event: Event): Event {
  switch (event.type) {
    case 'Damaged': {
      const parts = event.details.parts.map((part) => ({ ...part, rolled: undefined }));
      return { ...event, details: { ...event.details, parts } };
    }
    case 'Healed':
      return { ...event, details: { ...event.details, rolled: undefined } };
    case 'TemporaryGranted':
      return { ...event, details: { ...event.details, rolled: undefined } };
    default:
      return event;
  }
}

function partsOf(event: Event) {
  if (event.type === 'Damaged') return event.details.parts;
  if (event.type === 'Healed' || event.type === 'TemporaryGranted')
    return [{ ...event.details, type: undefined }];
  return [];
}
