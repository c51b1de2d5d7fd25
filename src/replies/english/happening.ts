import type { Event, State } from '../../rules/index.js';
import { plain } from '../text.js';

/** What an event is called in the trail. */
export const eventNames: Record<Event['type'], string> = {
  Enrolled: 'enrolled',
  Damaged: 'damage',
  Healed: 'healing',
  TemporaryGranted: 'granted',
  HitPointsSet: 'set',
  DeathSaveRolled: 'death save',
  Stabilized: 'stabilised',
  Revived: 'revived',
  MaximumSet: 'maximum',
  MaximumAdjusted: 'maximum',
  Rested: 'rest',
  ConcentrationChanged: 'concentration',
  DefensesSet: 'defenses',
  Edited: 'edited',
};

/** What happened, as a sentence about a character. */
export function happening(name: string, event: Event, state: State): string {
  const who = plain(name);
  switch (event.type) {
    case 'Enrolled':
      return `${who} joins the party`;
    case 'Damaged':
      return damageHappening(who, event.details);
    case 'Healed':
      return `${who} regains ${points(event.change)}${event.details.woke ? ' and wakes' : ''}`;
    case 'TemporaryGranted':
      return `${who} has ${points(state.temporary, 'temporary ')}`;
    case 'HitPointsSet':
      return `${who} is set to ${points(event.details.value)}`;
    case 'DeathSaveRolled':
      return `${who} ${saveHappening(event.details.result)}`;
    case 'Revived':
      return `${who} is back among the living`;
    case 'Stabilized':
    case 'MaximumSet':
    case 'MaximumAdjusted':
    case 'Rested':
    case 'ConcentrationChanged':
    case 'DefensesSet':
    case 'Edited':
      return `${who}: ${eventNames[event.type]}`;
  }
}

function damageHappening(who: string, details: Extract<Event, { type: 'Damaged' }>['details']): string {
  const { damage, condition, massive, failures } = details;
  const taken = damage === 0 ? `${who} takes no damage` : `${who} takes ${damage} damage`;
  if (condition === 'dead') return `${taken} and dies${massive ? ' at once' : ''}`;
  if (condition === 'dying' && failures === undefined) return `${taken} and is dying`;
  if (failures !== undefined)
    return `${taken}: ${failures === 2 ? 'two death saves fail' : 'a death save fails'}`;
  return taken;
}

function saveHappening(result: 'success' | 'failure' | 'two-failures' | 'wakes' | undefined): string {
  switch (result) {
    case 'success':
      return 'succeeds on a death save';
    case 'failure':
      return 'fails a death save';
    case 'two-failures':
      return 'rolls a natural 1: two death saves fail';
    case 'wakes':
      return 'rolls a natural 20 and wakes';
    case undefined:
      return 'needs no death save';
  }
}

function points(count: number, kind = ''): string {
  return `${count} ${kind}hit point${count === 1 ? '' : 's'}`;
}
