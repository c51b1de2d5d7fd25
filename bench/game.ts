import { v4 } from 'uuid';
import { eventIdOf } from '../src/ledger/index.js';
import type { Meta } from '../src/ledger/index.js';
import { itemOf } from '../src/ledger/item.js';
import type { Item } from '../src/ledger/item.js';
import type { Ruled } from '../src/party/streams.js';
import { decide, evolve } from '../src/rules/index.js';
import type { Command, State } from '../src/rules/index.js';

/** Who hits whom, in each measurement. */
const enroll: Command = { type: 'enroll', kind: 'pc', max: 9_999 };
export const hit: Command = { type: 'damage', parts: [{ amount: 1, type: 'slashing' }], note: 'goblin' };
const heal: Command = { type: 'heal', amount: 1, note: 'goblin' };
export const ruled: Ruled = { command: hit, edition: '5.2' };

/** What makes each entry of a trail: a hit and a heal in turn, so that nobody dies however long it is. */
export function commandAt(version: number): Command {
  if (version === 1) return enroll;
  return version % 2 === 0 ? hit : heal;
}

let made = 0n;
export function meta(madeAt = Date.now()): Meta {
  const interaction = String((BigInt(madeAt - 1_420_070_400_000) << 22n) + (made++ % 4_096n));
  const by = '100000000000000001';
  return {
    eventId: eventIdOf(`${interaction}-${v4()}`, 0),
    by,
    command: interaction,
    subject: 'Thorin',
    madeAt,
  };
}

/** The items of a character's trail of so many entries, as the ledger would have written them an hour ago. */
export function trail(id: string, length: number): Item[] {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const items: Item[] = [];
  let state: State | undefined;
  for (let version = 1; version <= length; version++) {
    const event = decide(state, commandAt(version), '5.2');
    state = evolve(state, event);
    const { eventId, by, command: interaction, subject } = meta(Date.parse(at));
    const recorded = { id, version, eventId, at, by, command: interaction, subject, event, state, schema: 2 };
    items.push(itemOf(recorded, items.at(-1)?.Hash ?? ''));
  }
  return items;
}
