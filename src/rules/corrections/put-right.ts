import type { DamagePart } from '../effects/damage-part.js';
import { refuse } from '../refusal.js';
import type { Amendment, RecordedAmendment } from './amendment.js';
import type { Told } from './deed-of.js';

type Damage = Extract<Told, { type: 'damage' }>;

/**
 * What was done, with one amendment more.
 * @param deed as it counts so far.
 * @param version of the event that tells of it.
 * @throws {Refusal} when it can't be so, when the amendment leaves open what it means, or when it was told so already.
 */
export function putRight(deed: Told, amendment: Amendment, version: number): Told {
  if (!fits(deed, amendment)) return refuse({ code: 'amendment-misfit', version });
  if (deed.type === 'damage') checkTypes(deed, amendment, version);
  const right = withAmendment(deed, amendment, deed);
  if (told(right) === told(deed)) return refuse({ code: 'amendment-same', version });
  return right;
}

/** What was done, with all its amendments, the oldest first. Each changes what it names and nothing else. */
export function withAmendments(original: Told, amendments: readonly RecordedAmendment[]): Told {
  return amendments.reduce<Told>((deed, amendment) => withAmendment(deed, amendment, original), original);
}

/** An amendment as it is to be recorded. @param deed as it counts. @param original as it was first told. */
export function recordedAmendment(amendment: Amendment, deed: Told, original: Told): RecordedAmendment {
  if (amendment.parts === undefined || deed.type !== 'damage' || original.type !== 'damage') return amendment;
  const { type } = onlyType(deed.parts) ?? {};
  return type === undefined || onlyType(original.parts) ? amendment : { ...amendment, meantType: type };
}

function withAmendment(deed: Told, amendment: RecordedAmendment, original: Told): Told {
  return deed.type === 'damage'
    ? damageWith(deed, amendment, original.type === 'damage' ? original : deed)
    : numberWith(deed, amendment);
}

function damageWith(damage: Damage, amendment: RecordedAmendment, original: Damage): Damage {
  const { damageType, adjust = damage.adjust } = amendment;
  const only = onlyType(damage.parts) ?? onlyType(original.parts);
  const inherited = only ? only.type : amendment.meantType;
  const parts = amendment.parts?.map((part) => ({ ...part, type: part.type ?? inherited })) ?? damage.parts;
  const flag = (which: 'halved' | 'resisted' | 'critical' | 'knockOut') =>
    (amendment[which] ?? damage[which]) ? (true as const) : undefined;
  return {
    ...damage,
    parts: parts.map((part) => ({ ...part, type: damageType ?? part.type })),
    adjust: adjust === 0 ? undefined : adjust,
    halved: flag('halved'),
    resisted: flag('resisted'),
    critical: flag('critical'),
    knockOut: flag('knockOut'),
  };
}

function numberWith(deed: Exclude<Told, Damage>, { parts, adjust }: Amendment): Told {
  if (deed.type === 'adjustMaximum') return { ...deed, by: adjust ?? deed.by };
  const [part] = parts ?? [];
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

/** Whether there is in an event what an amendment names. */
function fits(deed: Told, amendment: Amendment): boolean {
  if (deed.type === 'damage') return true;
  const { parts = [], damageType, adjust, halved, resisted, critical, knockOut } = amendment;
  const isOfDamage = [damageType, halved, resisted, critical, knockOut, parts[0]?.type];
  if (isOfDamage.some((one) => one !== undefined)) return false;
  return deed.type === 'adjustMaximum' ? parts.length === 0 : parts.length <= 1 && adjust === undefined;
}

/** @throws {Refusal} where a new amount of no type is given to a hit of several: nobody can tell how it is split. */
function checkTypes({ parts }: Damage, amendment: Amendment, version: number): void {
  if (amendment.parts === undefined || amendment.damageType !== undefined) return;
  if (amendment.parts.some(({ type }) => type !== undefined) || onlyType(parts)) return;
  refuse({ code: 'amendment-types', version, parts: parts.map(({ amount, type }) => ({ amount, type })) });
}

/** The type of all parts, which may be none; `undefined` where they have several. */
function onlyType([first, ...others]: readonly DamagePart[]): { type: DamagePart['type'] } | undefined {
  return others.every(({ type }) => type === first?.type) ? { type: first?.type } : undefined;
}

/** What went in, whatever the order in which it is written. */
function told(deed: Told): string {
  const damage = ['parts', 'amount', 'type', 'adjust', 'halved', 'resisted', 'critical', 'knockOut'];
  return JSON.stringify(deed, [...damage, 'rolled', 'replace', 'roll', 'bonus', 'value', 'by', 'heal']);
}
