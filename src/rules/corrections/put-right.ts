import type { Amendment } from '../command.js';
import { refuse } from '../refusal.js';
import type { Told } from './deed-of.js';

/**
 * What was done in truth.
 * @param version of the event that tells of it.
 * @throws {Refusal} when it can't be so, or was told so already.
 */
export function putRight(deed: Told, amendment: Amendment, version: number): Told {
  const right = deed.type === 'damage' ? damagePutRight(deed, amendment) : numberPutRight(deed, amendment);
  if (right === undefined) return refuse({ code: 'amendment-misfit', version });
  if (told(right) === told(deed)) return refuse({ code: 'amendment-same', version });
  return right;
}

type Damage = Extract<Told, { type: 'damage' }>;

/** A new amount that names no type is of the type of the old one, where that had one alone. */
function damagePutRight(damage: Damage, amendment: Amendment): Damage {
  const { damageType, parts = damage.parts } = amendment;
  const types = new Set(damage.parts.map(({ type }) => type));
  const [usual] = types.size === 1 ? types : [];
  const flag = (which: 'halved' | 'resisted' | 'critical') =>
    (amendment[which] ?? damage[which]) ? (true as const) : undefined;
  return {
    ...damage,
    parts: parts.map((part) => ({ ...part, type: damageType ?? part.type ?? usual })),
    halved: flag('halved'),
    resisted: flag('resisted'),
    critical: flag('critical'),
  };
}

/** `undefined` where something is to be put right that only damage has. */
function numberPutRight(deed: Exclude<Told, Damage>, amendment: Amendment): Told | undefined {
  const { parts = [], damageType, halved, resisted, critical } = amendment;
  const [part, ...others] = parts;
  const isOfDamage = [damageType, halved, resisted, critical, part?.type].some((one) => one !== undefined);
  if (isOfDamage || others.length > 0) return undefined;
  if (part === undefined) return deed;
  const { amount } = part;
  const rolledAmount = { amount, ...(part.rolled !== undefined && { rolled: part.rolled }) };
  switch (deed.type) {
    case 'heal':
      return { type: 'heal', ...rolledAmount };
    case 'grantTemporary':
      return { type: 'grantTemporary', ...(deed.replace && { replace: true }), ...rolledAmount };
    case 'deathSave':
      return { ...deed, roll: amount };
    case 'set':
    case 'revive':
    case 'setMaximum':
      return { ...deed, value: amount };
  }
}

/** What went in, whatever the order in which it is written. */
function told(deed: Told): string {
  const damage = ['parts', 'amount', 'type', 'adjust', 'halved', 'resisted', 'critical', 'knockOut'];
  return JSON.stringify(deed, [...damage, 'rolled', 'replace', 'roll', 'bonus', 'value', 'heal']);
}
