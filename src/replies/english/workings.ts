import type { Event } from '../../rules/index.js';

/** What the rules did with an event where it is not obvious; empty where it is. */
export function workings(event: Event): string {
  switch (event.type) {
    case 'Damaged':
      return damageWorkings(event.details);
    case 'Healed':
      return event.details.surplus === undefined
        ? ''
        : `${event.details.surplus} more than the maximum takes`;
    case 'TemporaryGranted': {
      const { amount, before, replace } = event.details;
      if (before === undefined) return '';
      if (replace) return `in place of ${before}`;
      return amount > before
        ? `${before} before; they do not stack`
        : `${amount} would be no more; they do not stack`;
    }
    case 'DeathSaveRolled': {
      const { roll, bonus } = event.details;
      return bonus === undefined || bonus === 0
        ? `d20: ${roll}`
        : `d20: ${roll} ${sign(bonus)} = ${roll + bonus}`;
    }
    case 'Enrolled':
    case 'HitPointsSet':
    case 'Revived':
    case 'Stabilized':
    case 'MaximumSet':
    case 'MaximumAdjusted':
    case 'Rested':
    case 'ConcentrationChanged':
    case 'DefensesSet':
    case 'Edited':
      return '';
  }
}

type Damaged = Extract<Event, { type: 'Damaged' }>['details'];

function damageWorkings(details: Damaged): string {
  const { parts, halved, critical, absorbed, overkill } = details;
  return [
    parts.some((part) => part.taken !== undefined || part.type !== undefined)
      ? parts.map((part) => partWorkings(part, halved === true)).join(' + ')
      : '',
    critical ? 'critical' : '',
    absorbed === undefined ? '' : `${absorbed} from temporary`,
    overkill === undefined ? '' : `${overkill} more than was left`,
  ]
    .filter((one) => one !== '')
    .join('; ');
}

function partWorkings(
  { amount, type, adjust, taken, ...met }: Damaged['parts'][number],
  halved: boolean,
): string {
  const dealt = [amount, adjust === undefined ? '' : sign(adjust), type ?? '']
    .filter((one) => one !== '')
    .join(' ');
  const why = [
    halved && !met.immune ? 'halved' : '',
    met.resisted ? 'resisted' : '',
    met.vulnerable ? 'vulnerable' : '',
    met.immune ? 'immune' : '',
  ].filter((one) => one !== '');
  if (taken === undefined) return dealt;
  return `${dealt}${why.length > 0 ? `, ${why.join(', ')}` : ''}: ${halves(taken)}`;
}

function sign(number: number): string {
  return number < 0 ? `− ${-number}` : `+ ${number}`;
}

/** Half a hit point counts until all parts are summed. */
function halves(number: number): string {
  const whole = Math.floor(number);
  return number === whole ? String(whole) : `${whole === 0 ? '' : whole}½`;
}
