import { damageTypes } from '../../src/rules/index.js';
import type { Amendment, Command, DamageType, Edition, State } from '../../src/rules/index.js';

/**
 * Hit points by the SRD and what taking back means, told once more and in another way, so that a random history can be held
 * against it. Nothing here calls the rules under test.
 */

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Deed = Exclude<Command, { type: 'enroll' | 'undo' | 'amend' }>;
type Damage = Of<'damage'>;

const highest = 9_999;
const byOrder = (types: readonly DamageType[]) => damageTypes.filter((type) => types.includes(type));

/** A new character. */
export function begin({ max, kind, makesDeathSaves, defenses, hitDice, constitution }: Of<'enroll'>): State {
  return {
    ...{ max, maxModifier: 0, current: max, temporary: 0, condition: 'up', concentration: null },
    deathSaves: { successes: 0, failures: 0 },
    makesDeathSaves: makesDeathSaves ?? kind === 'pc',
    hitDice: (hitDice ?? [])
      .map(({ die, total }) => ({ die, left: total, total }))
      .sort((one, other) => other.die - one.die),
    constitution: constitution ?? 0,
    defenses: defenses ?? { resistances: [], immunities: [], vulnerabilities: [] },
  };
}

/** Someone after a deed; one that makes no sense does nothing. */
export function after(before: State, deed: Deed, edition: Edition): State {
  const { deathSaves, hitDice, defenses, ...rest } = before;
  const state = {
    ...rest,
    deathSaves: { ...deathSaves },
    hitDice: hitDice.map((one) => ({ ...one })),
    defenses: { ...defenses },
  };
  happen(state, deed, edition);
  return state;
}

function happen(state: State, deed: Deed, edition: Edition): void {
  const isDead = state.condition === 'dead';
  switch (deed.type) {
    case 'damage':
      return isDead ? undefined : takeDamage(state, deed, edition);
    case 'heal':
      return isDead ? undefined : heal(state, deed.amount);
    case 'grantTemporary':
      if (!isDead && (deed.replace || deed.amount > state.temporary)) state.temporary = deed.amount;
      return;
    case 'set': {
      const value = Math.min(deed.value, state.max + state.maxModifier);
      if (isDead) return;
      if (value > 0) wake(state, value);
      else if (state.current > 0) drop(state);
      return;
    }
    case 'deathSave':
      return state.condition === 'dying' ? save(state, deed.roll, deed.bonus ?? 0) : undefined;
    case 'stabilize':
      if (state.condition === 'dying') rest(state);
      return;
    case 'revive': {
      const value = Math.min(deed.value, state.max + state.maxModifier);
      if (isDead && value > 0) wake(state, value);
      return;
    }
    case 'setMaximum':
      return newMaximum(state, deed.value, state.maxModifier, deed.heal === true, edition);
    case 'adjustMaximum':
      return newMaximum(state, state.max, state.maxModifier + deed.by, deed.heal === true, edition);
    case 'rest':
      if (isDead || (state.current === 0 && (deed.kind === 'long' || edition === '5.2'))) return;
      return deed.kind === 'long' ? sleep(state, edition) : breathe(state, deed.dice ?? [], edition);
    case 'concentrate':
      if (state.condition === 'up') state.concentration = deed.on;
      return;
    case 'setDefenses':
      for (const kind of ['resistances', 'immunities', 'vulnerabilities'] as const) {
        const types = deed.defenses[kind];
        if (types !== undefined) state.defenses[kind] = byOrder(types);
      }
      return;
    case 'edit':
      return edit(state, deed);
  }
}

/** In half hit points, so that nothing is rounded but by the rules. */
function halvesOf({ parts, adjust = 0, halved, resisted }: Damage, { defenses }: State): number {
  let penalty = Math.max(0, -adjust);
  let sum = 0;
  for (const [index, { amount, type }] of parts.entries()) {
    const dealt = amount + (index === 0 ? Math.max(0, adjust) : 0);
    const taken = Math.min(dealt, penalty);
    penalty -= taken;
    let halves = (dealt - taken) * (halved ? 1 : 2);
    const met = (types: DamageType[]) => type !== undefined && types.includes(type);
    if (resisted || met(defenses.resistances)) halves = Math.floor(Math.floor(halves / 2) / 2) * 2;
    if (met(defenses.vulnerabilities)) halves = Math.floor(halves / 2) * 4;
    if (!met(defenses.immunities)) sum += halves;
  }
  return sum;
}

function takeDamage(state: State, damage: Damage, edition: Edition): void {
  const taken = Math.floor(halvesOf(damage, state) / 2);
  if (taken === 0) return;
  const most = state.max + state.maxModifier;
  const absorbed = Math.min(taken, state.temporary);
  state.temporary -= absorbed;
  if (state.current === 0) {
    state.deathSaves.failures += taken >= most || !state.makesDeathSaves ? 0 : damage.critical ? 2 : 1;
    state.deathSaves.failures = Math.min(3, state.deathSaves.failures);
    const dies = taken >= most || !state.makesDeathSaves || state.deathSaves.failures === 3;
    state.condition = dies ? 'dead' : 'dying';
    return;
  }
  const left = state.current - (taken - absorbed);
  if (left > 0) {
    state.current = left;
  } else if (damage.knockOut) {
    state.current = edition === '5.2' ? 1 : 0;
    state.condition = 'stable';
    state.concentration = null;
  } else {
    drop(state);
    if (-left >= most) state.condition = 'dead';
  }
}

function wake(state: State, current: number): void {
  state.current = current;
  state.condition = 'up';
  state.deathSaves = { successes: 0, failures: 0 };
}

function drop(state: State): void {
  state.current = 0;
  state.condition = state.makesDeathSaves ? 'dying' : 'dead';
  state.concentration = null;
}

/** Stable, and no death saves any more. */
function rest(state: State): void {
  state.condition = 'stable';
  state.deathSaves = { successes: 0, failures: 0 };
}

function heal(state: State, amount: number): void {
  const current = Math.min(state.max + state.maxModifier, state.current + amount);
  if (amount === 0) return;
  if (current > 0 && state.condition !== 'up') wake(state, current);
  state.current = current;
}

function save(state: State, roll: number, bonus: number): void {
  const { deathSaves } = state;
  if (roll === 20 && state.max + state.maxModifier > 0) return wake(state, 1);
  if (roll !== 1 && (roll === 20 || roll + bonus >= 10)) {
    deathSaves.successes++;
    if (deathSaves.successes === 3) rest(state);
    return;
  }
  deathSaves.failures = Math.min(3, deathSaves.failures + (roll === 1 ? 2 : 1));
  if (deathSaves.failures === 3) state.condition = 'dead';
}

function newMaximum(state: State, max: number, modifier: number, heals: boolean, edition: Edition): void {
  const was = state.max + state.maxModifier;
  const now = Math.min(highest, Math.max(0, max + modifier));
  state.max = max;
  state.maxModifier = now - max;
  if (state.condition === 'dead') return;
  if (now === 0) {
    if (edition === '5.2' || state.current > 0) drop(state);
    if (edition === '5.2') state.condition = 'dead';
    return;
  }
  state.current = Math.min(state.current, now);
  if (heals && now > was) heal(state, now - was);
}

function breathe(state: State, dice: readonly { die: number; roll: number }[], edition: Edition): void {
  let regained = 0;
  for (const { die, roll } of dice) {
    const kind = state.hitDice.find((one) => one.die === die);
    if (kind === undefined || kind.left === 0) continue;
    kind.left--;
    regained += Math.max(edition === '5.2' ? 1 : 0, roll + state.constitution);
  }
  heal(state, regained);
  if (edition === '5.2') wake(state, state.current);
}

function sleep(state: State, edition: Edition): void {
  const total = state.hitDice.reduce((sum, one) => sum + one.total, 0);
  let back = edition === '5.2' ? total : Math.max(1, Math.floor(total / 2));
  for (const kind of state.hitDice) {
    const some = Math.min(back, kind.total - kind.left);
    kind.left += some;
    back -= some;
  }
  state.maxModifier = 0;
  state.temporary = 0;
  state.concentration = null;
  wake(state, state.max);
}

function edit(state: State, { hitDice, constitution, makesDeathSaves }: Of<'edit'>): void {
  if (hitDice !== undefined) {
    const were = state.hitDice;
    state.hitDice = hitDice
      .map(({ die, total }) => {
        const was = were.find((one) => one.die === die);
        return { die, left: Math.max(0, total - (was ? was.total - was.left : 0)), total };
      })
      .sort((one, other) => other.die - one.die);
  }
  state.constitution = constitution ?? state.constitution;
  state.makesDeathSaves = makesDeathSaves ?? state.makesDeathSaves;
  if (state.condition === 'dying' && !state.makesDeathSaves) drop(state);
}

/** One entry of a history: something that was done, or something about an earlier one. */
export type Told =
  | { deed: Deed; edition: Edition }
  | { undoes: number }
  /** `meant`: the one type that the hit had by then. */
  | { amends: number; amendment: Amendment; meant: DamageType | undefined };

/** How someone was before and after each deed that holds, by its version, the oldest first. */
export type Steps = ReadonlyMap<number, { before: State; after: State }>;

/** A history from its second entry on: the first, version 1, begins it. */
export class History {
  readonly #entries: Told[] = [];
  /** The versions that hold. */
  #holding: ReadonlySet<number> = new Set();
  #steps: Steps = new Map();

  constructor(readonly first: State) {}

  at(version: number): Told | undefined {
    return this.#entries[version - 2];
  }

  add(entry: Told): void {
    this.#entries.push(entry);
    this.#holding = this.#findHolding();
    this.#steps = this.#replay();
  }

  /** The versions of the amendments of an event that hold, the oldest first. */
  amendmentsOf(version: number): number[] {
    return [...this.#holding].filter((by) => {
      const told = this.at(by);
      return told !== undefined && 'amends' in told && told.amends === version;
    });
  }

  /** What was done in truth. */
  deed(version: number): Deed | undefined {
    const told = this.at(version);
    if (told === undefined || !('deed' in told)) return undefined;
    let { deed } = told;
    for (const by of this.amendmentsOf(version)) {
      const one = this.at(by);
      if (one !== undefined && 'amends' in one) deed = amended(deed, one.amendment, told.deed, one.meant);
    }
    return deed;
  }

  get steps(): Steps {
    return this.#steps;
  }

  get state(): State {
    return [...this.#steps.values()].at(-1)?.after ?? this.first;
  }

  /** From the newest on: what holds and undoes an entry is newer than that. */
  #findHolding(): Set<number> {
    const undone = new Set<number>();
    const holding: number[] = [];
    for (const [index, one] of [...this.#entries.entries()].reverse()) {
      if (undone.has(index + 2)) continue;
      holding.unshift(index + 2);
      if ('undoes' in one) undone.add(one.undoes);
    }
    return new Set(holding);
  }

  #replay(): Steps {
    const steps = new Map<number, { before: State; after: State }>();
    let state = this.first;
    for (const version of this.#holding) {
      const told = this.at(version);
      const deed = this.deed(version);
      if (told === undefined || !('deed' in told) || deed === undefined) continue;
      const before = state;
      state = after(before, deed, told.edition);
      steps.set(version, { before, after: state });
    }
    return steps;
  }
}

/** The type of all parts of a hit, in a list of one; an empty list where they differ. */
export function onlyType(deed: Deed): (DamageType | undefined)[] {
  const types = new Set(deed.type === 'damage' ? deed.parts.map(({ type }) => type) : []);
  return types.size === 1 ? [...types] : [];
}

/**
 * A deed with what an amendment names, and nothing else, changed. An amount without a type is of the one type that the hit has
 * so far, else of the one that it had at first, else of the one that was meant.
 */
export function amended(
  deed: Deed,
  { parts, damageType, adjust, ...flags }: Amendment,
  original: Deed,
  meant: DamageType | undefined,
): Deed {
  switch (deed.type) {
    case 'damage': {
      const [type] = [...onlyType(deed), ...onlyType(original), meant];
      const dealt = parts?.map((part) => ({ amount: part.amount, type: part.type ?? type })) ?? deed.parts;
      const how = {
        halved: deed.halved,
        resisted: deed.resisted,
        critical: deed.critical,
        knockOut: deed.knockOut,
      };
      const wanted = Object.entries({ ...how, ...flags }).filter(([, value]) => value === true);
      const { note } = deed;
      return {
        type: 'damage',
        parts: dealt.map((part) => (damageType === undefined ? part : { ...part, type: damageType })),
        adjust: adjust ?? deed.adjust,
        ...Object.fromEntries(wanted.map(([flag]) => [flag, true as const])),
        ...(note !== undefined && { note }),
      };
    }
    case 'heal':
    case 'grantTemporary':
      return { ...deed, amount: parts?.[0]?.amount ?? deed.amount };
    case 'deathSave':
      return { ...deed, roll: parts?.[0]?.amount ?? deed.roll };
    case 'set':
    case 'revive':
    case 'setMaximum':
      return { ...deed, value: parts?.[0]?.amount ?? deed.value };
    case 'adjustMaximum':
      return { ...deed, by: adjust ?? deed.by };
    default:
      return deed;
  }
}
