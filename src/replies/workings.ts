import type { Defenses, Event, Original } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { dice } from './rolls.js';
import { plain, signed } from './text.js';

/** What the rules did with an event where it is not obvious; empty where it is. */
export function workings(words: Words, event: Original): string {
  return steps(words, event)
    .filter((step) => step !== '')
    .join('; ');
}

type Details<Type extends Event['type']> = Extract<Event, { type: Type }>['details'];
type Part = Details<'Damaged'>['parts'][number];

function steps(words: Words, event: Original): string[] {
  const { workings: say } = words;
  switch (event.type) {
    case 'Damaged':
      return damageSteps(words, event.details);
    case 'Healed': {
      const { amount, rolled, surplus } = event.details;
      return [dice(rolled, amount), told(surplus, say.surplus)];
    }
    case 'TemporaryGranted':
      return temporarySteps(words, event.details);
    case 'DeathSaveRolled': {
      const { roll, bonus } = event.details;
      return [`${words.die}20: ${roll}${bonus === undefined ? '' : ` ${sign(bonus)} = ${roll + bonus}`}`];
    }
    case 'MaximumSet':
      return [say.maximumBefore(event.details.before)];
    case 'MaximumAdjusted':
      return [say.untilLongRest(signed(event.details.by))];
    case 'Rested':
      return restSteps(words, event.details);
    case 'ConcentrationChanged':
      return [told(event.details.before, (before) => say.concentrationEnds(plain(before)))];
    case 'DefensesSet':
      return defenseLines(words, event.details.defenses);
    case 'Edited': {
      const { hitDice, constitution, makesDeathSaves } = event.details;
      return [
        told(hitDice, (dice) =>
          say.hitDice(
            diceText(
              words.die,
              dice.map(({ die, total }) => ({ die, count: total })),
            ),
          ),
        ),
        told(constitution, (modifier) => say.constitution(signed(modifier))),
        told(makesDeathSaves, say.makesDeathSaves),
      ];
    }
    case 'Enrolled':
    case 'HitPointsSet':
    case 'Revived':
    case 'Stabilized':
      return [];
  }
}

function damageSteps(words: Words, details: Details<'Damaged'>): string[] {
  const { parts, halved, critical, absorbed, overkill, concentrationSave, concentrationEnded } = details;
  const { workings: say } = words;
  const isPlain = parts.every(({ taken, type, rolled }) => (taken ?? type ?? rolled) === undefined);
  return [
    isPlain ? '' : parts.map((part) => partText(words, part, halved === true)).join(' + '),
    critical ? say.critical : '',
    told(absorbed, say.fromTemporary),
    told(overkill, say.overkill),
    told(concentrationSave, say.concentrationSave),
    told(concentrationEnded, (on) => say.concentrationEnds(plain(on))),
  ];
}

/** `2d6+3: [4, 5]+3 = 12 fire, resisted: 6` */
function partText({ workings: say, damageTypes }: Words, part: Part, halved: boolean): string {
  const { amount, rolled, type, adjust, taken, ...met } = part;
  const dealt = [
    dice(rolled, amount) || String(amount),
    adjust === undefined ? '' : sign(adjust),
    type === undefined ? '' : damageTypes[type],
  ];
  const why = [
    halved && !met.immune ? say.halved : '',
    met.resisted ? say.resisted : '',
    met.vulnerable ? say.vulnerable : '',
    met.immune ? say.immune : '',
  ].filter((one) => one !== '');
  const text = dealt.filter((one) => one !== '').join(' ');
  if (taken === undefined) return text;
  return `${[text, ...why].join(', ')}: ${halves(taken)}`;
}

function temporarySteps({ workings: say }: Words, details: Details<'TemporaryGranted'>): string[] {
  const { amount, rolled, before, replace } = details;
  const roll = dice(rolled, amount);
  if (before === undefined) return [roll];
  if (replace) return [roll, say.inPlaceOf(before)];
  return [roll, amount > before ? say.stacksNot(before) : say.noMore(amount)];
}

function restSteps(words: Words, details: Details<'Rested'>): string[] {
  const { workings: say } = words;
  return [
    (details.dice ?? []).map(({ die, roll }) => say.hitDie(die, roll)).join(', '),
    told(details.constitution, (modifier) => say.constitutionEach(signed(modifier))),
    told(details.regained, say.regains),
    told(details.surplus, say.surplus),
    told(details.temporaryEnded, say.temporaryEnded),
    told(details.modifierEnded, (modifier) => say.modifierEnded(signed(modifier))),
    told(details.recovered, (dice) => say.hitDiceRecovered(diceText(words.die, dice))),
    told(details.concentrationEnded, (on) => say.concentrationEnds(plain(on))),
  ];
}

/** What someone resists, is immune and vulnerable to, a line each. */
export function defenseLines({ workings: say, damageTypes }: Words, defenses: Partial<Defenses>): string[] {
  const listed = (types: Defenses['resistances'] | undefined, text: (types: string) => string) =>
    told(types, (list) => text(list.map((type) => damageTypes[type]).join(', ') || say.noDefenses));
  return [
    listed(defenses.resistances, say.resistances),
    listed(defenses.immunities, say.immunities),
    listed(defenses.vulnerabilities, say.vulnerabilities),
  ].filter((line) => line !== '');
}

/** `2d10 + 1d6`. @param letter what stands before the sides. */
export function diceText(letter: string, dice: readonly { die: number; count: number }[]): string {
  return dice.map(({ die, count }) => `${count}${letter}${die}`).join(' + ');
}

function told<T>(value: T | undefined, text: (value: T) => string): string {
  return value === undefined ? '' : text(value);
}

function sign(number: number): string {
  return number < 0 ? `− ${-number}` : `+ ${number}`;
}

/** Half a hit point counts until all parts are summed. */
function halves(number: number): string {
  const whole = Math.floor(number);
  return number === whole ? String(whole) : `${whole === 0 ? '' : whole}½`;
}
