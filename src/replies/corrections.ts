import type { Correction, Outcome } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { plain, signed } from './text.js';
import { diceText, workings } from './workings.js';

/** Which event a correction is about, and what becomes of it. */
export function correctionText(words: Words, { type, details, rules }: Correction): string {
  const { workings: say, events } = words;
  if (type === 'Amended') return say.inTruth(details.version, amendedText(words, { details, rules }));
  const { entry, again, to } = details;
  const what = (again ? say.restores : say.takesBack)(entry, events[details.type]);
  return to === undefined ? what : `${what}; ${say.wasAbout(plain(to))}`;
}

/** The events that came out differently, a line each. */
export function differenceLines(words: Words, { details }: Correction): string[] {
  const { workings: say } = words;
  const { differences = [], moreDifferences } = details;
  return [
    ...differences.map(({ version, was, now }) =>
      say.cameOutDifferently(version, outcomeText(words, was), outcomeText(words, now)),
    ),
    ...(moreDifferences === undefined ? [] : [say.andDifferently(moreDifferences)]),
  ];
}

/** `damage 6: 12 fire, resisted: 6` */
function amendedText(
  words: Words,
  { details: { as }, rules }: Pick<Extract<Correction, { type: 'Amended' }>, 'details' | 'rules'>,
): string {
  const what = `${words.events[as.type]} ${numberOf(as)}`;
  const how = workings(words, { rules, change: 0, ...as });
  return how === '' ? what : `${what}: ${how}`;
}

type Amended = Extract<Correction, { type: 'Amended' }>['details']['as'];

function numberOf({ type, details }: Amended): number {
  switch (type) {
    case 'Damaged':
      return details.damage;
    case 'Healed':
    case 'TemporaryGranted':
      return details.amount;
    case 'DeathSaveRolled':
      return details.roll;
    case 'HitPointsSet':
    case 'Revived':
    case 'MaximumSet':
      return details.value;
    case 'MaximumAdjusted':
      return details.by;
  }
}

/** `−10 → 0 / 20 +4 temporary, Dying ✅❌, hit dice 3d10, concentrating on Bless` */
function outcomeText({ conditions, labels, workings: say, die: letter }: Words, outcome: Outcome): string {
  const { change, current, temporary, condition, deathSaves: [successes, failures] = [0, 0] } = outcome;
  const { maximum, hitDice, concentration } = outcome;
  const dice = hitDice?.map(({ die, left }) => ({ die, count: left }));
  const marks = '✅'.repeat(successes) + '❌'.repeat(failures);
  return [
    `${change === 0 ? '±0' : signed(change)} → ${current}${maximum === undefined ? '' : ` / ${maximum}`}`,
    ...(temporary > 0 ? [` ${labels.temporary(temporary)}`] : []),
    ...(condition === 'up' ? [] : [`, ${conditions[condition]}`]),
    ...(marks === '' ? [] : [` ${marks}`]),
    ...(dice === undefined || dice.length === 0 ? [] : [`, ${say.hitDice(diceText(letter, dice))}`]),
    ...(concentration === undefined ? [] : [`, ${say.concentrating(plain(concentration))}`]),
  ].join('');
}
