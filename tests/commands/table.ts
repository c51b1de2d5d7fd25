import { afterAll, beforeAll } from '@jest/globals';
import { createCommands } from '../../commands/index.js';
import type { Commands, Options, Person, Request } from '../../commands/index.js';
import { closeCharts } from '../../src/charts/index.js';
import { loadDice } from '../../src/dice/index.js';
import { openLedger } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { openParty } from '../../src/party/index.js';
import type { Form, Reply } from '../../src/replies/index.js';
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';

const discordEpoch = 1_420_070_400_000;
let made = 0n;

/** An interaction id as Discord makes one, for now or for another time. */
export function interactionId(madeAt = Date.now()): string {
  made += 1n;
  return String((BigInt(madeAt - discordEpoch) << 22n) + (made % 4_194_304n));
}

export const mara: Person = { id: '100000000000000001', name: 'Mara', roles: [], managesServer: true };
export const tomas: Person = { id: '100000000000000002', name: 'Tomas', roles: [], managesServer: false };
export const ines: Person = { id: '100000000000000003', name: 'Ines', roles: [], managesServer: false };

/** A gaming table: a server with people, and the bot's commands on a real store. */
export class Table {
  readonly faults: unknown[] = [];
  /** Codes of what was tried by who may not. */
  readonly forbidden: string[] = [];
  /** What the next dice show; 10 where nothing is said. */
  readonly dice: number[] = [];
  /** The Discord language of everyone here. */
  locale = 'en-US';
  constructor(
    readonly commands: Commands,
    readonly server: string,
    readonly ledger: Ledger,
  ) {}

  /** Types a command. `options` as Discord sends them. */
  as(
    person: Person,
    path: string,
    options: Record<string, string | number | boolean> = {},
    id = interactionId(),
  ) {
    return this.commands.run(path.split(' '), new Map(Object.entries(options)), this.request(person, id));
  }

  request(person: Person, interaction = interactionId()): Request {
    const madeAt = Number(BigInt(interaction) >> 22n) + discordEpoch;
    const signal = new AbortController().signal;
    return {
      interaction,
      madeAt,
      answerBy: Date.now() + 1_800,
      server: this.server,
      person,
      locale: this.locale,
      attachmentLimit: 10_485_760,
      signal,
      served: Promise.resolve(),
    };
  }

  suggest(person: Person, options: Record<string, string>, focused: string, path = 'damage') {
    const given: Options = new Map(Object.entries(options));
    return this.commands.suggest(path.split(' '), given, focused, this.request(person));
  }

  press(person: Person, customId: string, menus: { chosen?: string[]; offered?: string[] } = {}) {
    return this.commands.press({ customId, ...menus }, this.request(person));
  }

  submit(person: Person, customId: string, fields: Record<string, string>) {
    return this.commands.submit(customId, new Map(Object.entries(fields)), this.request(person));
  }

  inspect(person: Person, other: Person) {
    return this.commands.inspect(other.id, this.request(person));
  }
}

/** A store for a test file; each table is a server of its own, in a process of its own as far as caches go. */
export interface Tables {
  store: TestStore;
  proxy: StoreProxy;
  /** @param server left out: a new one. */
  open(server?: string): Promise<Table>;
}

export function tables(): Tables {
  const opened: Ledger[] = [];
  const made = {} as Tables;
  beforeAll(async () => {
    // as the program does when it starts
    await loadDice();
    made.store = await testStore();
    made.proxy = await storeProxy(made.store.endpoint);
    made.open = async (server = interactionId()) => {
      const { table: name, region } = made.store;
      const ledger = await openLedger({
        store: 'endpoint',
        endpoint: made.proxy.endpoint,
        table: name,
        region,
      });
      opened.push(ledger);
      const commands = createCommands({
        party: openParty(ledger),
        chance: { next: () => (table.dice.shift() ?? 10) - 1 },
        onFault: (fault) => table.faults.push(fault),
        onForbidden: ({ code }) => table.forbidden.push(code),
      });
      const table: Table = new Table(commands, server, ledger);
      return table;
    };
  });
  afterAll(async () => {
    made.proxy.fate = () => 'pass';
    for (const ledger of opened) await ledger.close();
    await closeCharts();
    await made.proxy.close();
    await made.store.close();
  });
  return made;
}

/** All that a person reads in a reply. */
export function textOf(reply: Reply | Form): string {
  if ('form' in reply) return reply.form.title;
  return reply.embeds
    .flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.flatMap((f) => [f.name, f.value]),
    ])
    .filter((text) => text !== undefined)
    .join('\n');
}

/** All that a person reads in the messages that follow a reply, each of them for the asker alone. */
export async function asideOf(reply: Reply | Form): Promise<string> {
  if ('form' in reply) return '';
  const texts: string[] = [];
  for await (const one of reply.after ?? []) {
    if (!one.private) throw new Error(`not for one person alone: ${textOf(one)}`);
    texts.push(textOf(one));
  }
  return texts.join('\n');
}

/** What a button under a reply, found by its label, is pressed by. */
export function buttonOf(reply: Reply | Form, label: string): { custom_id: string; disabled?: boolean } {
  const rows = 'form' in reply ? [] : (reply.components ?? []);
  const buttons = rows.flatMap(({ components }) => components);
  const button = buttons.find((one) => 'label' in one && one.label === label);
  if (button === undefined || !('custom_id' in button)) throw new Error(`no button ${label}`);
  return button;
}
