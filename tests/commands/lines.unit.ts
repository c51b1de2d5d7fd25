import assert from 'node:assert/strict';
import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { subcommands } from '../../commands/hp.js';
import { isExpected } from '../../commands/explain.js';
import type { Command, Tools } from '../../commands/command.js';
import type { Options } from '../../commands/index.js';
import {
  decide as decideRoster,
  emptyRoster,
  evolve as evolveRoster,
  findCharacter,
} from '../../src/roster/index.js';
import { decide, eventSchema, evolve, stateSchema } from '../../src/rules/index.js';
import type { State } from '../../src/rules/index.js';
import { readTime } from '../../src/times/index.js';
import { seeded } from '../dice/chances.js';

/**
 * Whatever is typed is understood or refused: nothing crashes, nothing takes long, and no state is out of bounds. As many
 * lines are tried as HP_LEDGER_RUNS says.
 */
const runs = Number(process.env.HP_LEDGER_RUNS ?? 4_000);
/** What one line may take of the processor. Milliseconds. */
const most = 50;

const all = subcommands.flatMap((one) => ('commands' in one ? one.commands : [one]));
const changing = all.filter(
  (one): one is Command & Required<Pick<Command, 'read'>> => one.read !== undefined,
);

const from = (...texts: string[]) => fc.constantFrom(...texts);
const number = fc.oneof(fc.nat(60), fc.integer({ min: -20, max: 12_000 })).map(String);
const dice = fc
  .tuple(
    fc.nat(130),
    from('d', 'w', 'D'),
    fc.nat(1_100),
    from('', 'kh3', '!', 'r<3', 'dl1'),
    from('', '+3', '*2', '/0', '-99'),
  )
  .map((parts) => parts.join(''));
const type = from('fire', 'cold', 'Feuer', 'slashing', 'love', '');
const amount = fc.oneof(
  number,
  dice,
  fc
    .array(fc.tuple(dice, type), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => part.join(' ')).join(' + ')),
);
const noise = fc.oneof(fc.string({ maxLength: 250 }), fc.string({ unit: 'binary', maxLength: 250 }));
const list = fc
  .array(from('fire', 'Kälte', 'poison', 'none', 'x'), { maxLength: 5 })
  .map((types) => types.join(', '));
const hitDice = from('5d10', '3d10+2d6', '1w8', '2', '0d4', '9d7', '100d20');
const time = from('19:30', '2h', '20 minutes ago', 'vor 3 Tagen', 'yesterday', '<t:1700000000:f>', '99:99');
const name = from('Thorin', 'tho', 'Lia', 'party', 'Thorin, Lia', '', ',', 'ﬁ', 'é'.repeat(33));
const text = fc.oneof({ weight: 3, arbitrary: fc.oneof(amount, name, list, hitDice, time) }, noise);

/** A value of the kind that Discord sends for an option, likely or not; now and then of another kind. */
function valueOf(option: Command['options'][number]): fc.Arbitrary<string | number | boolean> {
  const usual: Partial<Record<number, fc.Arbitrary<string | number | boolean>>> = {
    3: 'choices' in option ? from(...option.choices.map(({ value }) => String(value))) : likely(option.name),
    4: fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -2_000, max: 12_000 })),
    5: fc.boolean(),
  };
  const wrong = fc.oneof(text, fc.double(), fc.boolean(), fc.maxSafeInteger());
  return fc.oneof({ weight: 20, arbitrary: usual[option.type] ?? text }, { weight: 1, arbitrary: wrong });
}

function likely(option: string): fc.Arbitrary<string> {
  const kinds: Record<string, fc.Arbitrary<string>> = {
    amount,
    dice: hitDice,
    resistances: list,
    immunities: list,
  };
  return fc.oneof({ weight: 4, arbitrary: kinds[option] ?? text }, text);
}

const line = fc.constantFrom(...changing).chain((command) =>
  fc
    .tuple(
      ...command.options.map((option) => {
        const value = valueOf(option).map((value) => [[option.name, value] as const]);
        return option.required === true ? value : fc.oneof(value, fc.constant([]));
      }),
    )
    .map((filled): { command: typeof command; options: Options } => ({
      command,
      options: new Map(filled.flat()),
    })),
);
const edition = fc.constantFrom('5.1', '5.2');

/** The milliseconds of processor time that something takes; of several tries the least, since others need it too. */
async function cost(action: () => unknown): Promise<number> {
  let least = Infinity;
  for (let tries = 0; tries < 3 && least > most; tries++) {
    const before = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

async function orRefused<T>(action: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (!isExpected(error)) throw error;
    return undefined;
  }
}

describe('whatever is typed', () => {
  test('is decided within bounds or refused, in little time', async () => {
    const begun = evolve(
      undefined,
      decide(undefined, { type: 'enroll', kind: 'pc', max: 31, hitDice: [{ die: 8, total: 3 }] }, '5.2'),
    );
    let state: State = begun;
    const character = { id: '', name: 'Thorin', kind: 'pc' as const, owner: '' };
    await fc.assert(
      fc.asyncProperty(line, edition, fc.integer(), async ({ command, options }, edition, seed) => {
        const tools: Pick<Tools, 'chance'> = { chance: seeded(seed) };
        const read = () => orRefused(async () => command.read(options, tools));
        assert((await cost(read)) <= most);
        const commandFor = await read();
        const target = {
          character,
          state: () => Promise.resolve(state),
          lastChange: () => Promise.resolve(1),
        };
        const made = await orRefused(async () => commandFor?.(target));
        if (made === undefined) return;
        const event = await orRefused(() => decide(state, made, edition));
        if (event === undefined) return;
        assert((await cost(() => decide(state, made, edition))) <= most);
        const after = evolve(state, eventSchema.parse(JSON.parse(JSON.stringify(event))));
        stateSchema.parse(after);
        // those who die make room for the next
        state = after.condition === 'dead' && seed % 4 === 0 ? begun : after;
      }),
      { numRuns: runs },
    );
  }, 600_000);

  test('as a name, a target or a time is understood or refused, in little time', async () => {
    const added = decideRoster(undefined, {
      type: 'add',
      character: {
        id: '6f0a7a3e-9c1d-4b52-8e55-0d1f4f3c7a10',
        name: 'Thorin',
        kind: 'pc',
        owner: '100000000000000001',
        max: 9,
      },
    });
    const roster = evolveRoster(emptyRoster, added);
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const took = await cost(async () => {
          await orRefused(() =>
            decideRoster(roster, { type: 'rename', id: roster.characters[0]?.id ?? '', name: typed }),
          );
          await orRefused(() => findCharacter(roster, typed));
          await readTime(typed, { now: new Date(), language: 'de' });
        });
        assert(took <= most, `${took} ms`);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
