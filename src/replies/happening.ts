import { maximum } from '../rules/index.js';
import type { Event, State } from '../rules/index.js';
import type { Words } from '../words/index.js';
import type { Glimpse } from './entry.js';
import { plain } from './text.js';

/** What happened, as a sentence about a character. */
export function happening(
  { happening: words, events }: Words,
  name: string,
  event: Event,
  state: State,
): string {
  const who = plain(name);
  switch (event.type) {
    case 'Enrolled':
      return words.joins(who);
    case 'Damaged':
      return damageHappening(words, who, event.details);
    case 'Healed':
      return words.regains(who, event.change) + (event.details.woke ? words.andWakes : '');
    case 'TemporaryGranted':
      return words.hasTemporary(who, state.temporary);
    case 'HitPointsSet':
      return words.isSet(who, event.details.value);
    case 'DeathSaveRolled':
      return saveHappening(words, who, event.details);
    case 'Revived':
      return words.revives(who);
    case 'MaximumSet':
    case 'MaximumAdjusted':
      return (
        words.maximumIs(who, maximum(state)) +
        (event.details.condition === 'dead' ? words.andDies(false) : '')
      );
    case 'Stabilized':
      return words.stabilizes(who);
    case 'Rested':
      return words.rests[event.details.kind](who);
    case 'ConcentrationChanged': {
      const { on } = event.details;
      return on === undefined ? words.concentratesNoMore(who) : words.concentratesOn(who, plain(on));
    }
    case 'DefensesSet':
      return words.defensesAre(who);
    case 'Edited':
      return words.isEdited(who);
    case 'Reverted': {
      const { entry, type, again } = event.details;
      return (again ? words.countsAgain : words.isTakenBack)(who, entry, events[type]);
    }
    case 'Amended': {
      const { version, as } = event.details;
      return words.isPutRight(who, version, events[as.type]);
    }
  }
}

/** What happened to a hidden creature, as players read it. */
export function veiledHappening(
  { happening: { veiled } }: Words,
  name: string,
  type: Glimpse['type'],
): string {
  const who = plain(name);
  return type === 'Damaged' || type === 'Healed' || type === 'DeathSaveRolled'
    ? veiled[type](who)
    : veiled.other(who);
}

type Happening = Words['happening'];
type Details<Type extends Event['type']> = Extract<Event, { type: Type }>['details'];

function damageHappening(words: Happening, who: string, details: Details<'Damaged'>): string {
  const { damage, condition, massive, failures, knockedOut } = details;
  const taken = damage === 0 ? words.takesNoDamage(who) : words.takesDamage(who, damage);
  if (knockedOut) return taken + words.andIsKnockedOut;
  if (condition === 'dead') return taken + words.andDies(massive === true);
  if (failures !== undefined) return taken + words.deathSavesFail(failures);
  return condition === 'dying' ? taken + words.andIsDying : taken;
}

function saveHappening(words: Happening, who: string, details: Details<'DeathSaveRolled'>): string {
  const { result, condition } = details;
  const rolled = words.save[result ?? 'none'](who);
  if (condition === 'stable') return rolled + words.andIsStable;
  return condition === 'dead' ? rolled + words.andDies(false) : rolled;
}
