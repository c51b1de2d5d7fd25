import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord.js';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { checkedCommand, wrongWithCommand } from './check/command.js';
import { asKept } from './command-form.js';
import { invalidForm, refuseIf, refusals, tooManyCommands } from './refusal.js';

/** Commands that may be created in a day. */
const mostCreations = 200;
const day = 86_400_000;
/** Commands that there may be at a time. https://discord.com/developers/docs/interactions/application-commands#registering-a-command */
const mostTyped = 100;
/** Of each other type. */
const mostInMenus = 15;

/** Where a command is to be had: on one server, or (absent) on all. */
export type Scope = string | undefined;
type Body = RESTPostAPIApplicationCommandsJSONBody;

export interface RegistryParts {
  application: string;
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  onChange: () => void;
}

/** The bot's commands, as Discord keeps them. */
export class CommandRegistry {
  readonly #scopes = new Map<Scope, APIApplicationCommand[]>();
  #created: number[] = [];
  constructor(private readonly parts: RegistryParts) {}

  /** What a person on a server can choose from. */
  get all(): APIApplicationCommand[] {
    return [...this.#scopes.values()].flat();
  }

  /** How many were created within the last day, of the 200 that Discord allows. */
  get creations(): number {
    const { now } = this.parts;
    this.#created = this.#created.filter((time) => time > now() - day);
    return this.#created.length;
  }

  of(scope: Scope): APIApplicationCommand[] {
    return this.#scopes.get(scope) ?? [];
  }

  /** @throws {ApiRefusal} where there is no such command. */
  get(scope: Scope, id: string): APIApplicationCommand {
    const found = this.of(scope).find((one) => one.id === id);
    if (found === undefined) throw refusals.unknownCommand();
    return found;
  }

  /** Puts these in the place of all. One that bears the name of an old one is an update, not a creation. @throws {ApiRefusal} */
  replace(scope: Scope, body: unknown): APIApplicationCommand[] {
    if (!Array.isArray(body))
      throw invalidForm([{ path: [], code: 'BASE_TYPE_BAD', message: 'A list of commands is wanted.' }]);
    refuseIf(
      body.flatMap((one, index) =>
        wrongWithCommand(one).map((wrong) => ({ ...wrong, path: [index, ...wrong.path] })),
      ),
    );
    const wanted = body as Body[];
    const twice = wanted.findIndex((one, index) => wanted.findIndex((other) => isSame(one, other)) < index);
    if (twice !== -1)
      throw invalidForm([
        {
          path: [twice, 'name'],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        },
      ]);
    return this.#keep(scope, wanted);
  }

  /** Adds one, or changes the one of the same name. @throws {ApiRefusal} */
  add(scope: Scope, body: unknown): { command: APIApplicationCommand; isNew: boolean } {
    const wanted = checkedCommand(body);
    const old = this.of(scope).find((one) => isSame(one, wanted));
    return { command: this.#put(scope, wanted, old), isNew: old === undefined };
  }

  /** Changes what is named. @throws {ApiRefusal} */
  edit(scope: Scope, id: string, body: unknown): APIApplicationCommand {
    const old = this.get(scope, id);
    return this.#put(scope, checkedCommand({ ...old, ...(body as object) }), old);
  }

  /** @throws {ApiRefusal} where there is no such command. */
  delete(scope: Scope, id: string): void {
    const doomed = this.get(scope, id);
    this.#scopes.set(
      scope,
      this.of(scope).filter((one) => one !== doomed),
    );
    this.parts.onChange();
  }

  #put(scope: Scope, wanted: Body, old: APIApplicationCommand | undefined): APIApplicationCommand {
    const kept = this.of(scope);
    this.#allow([...kept.filter((one) => one !== old), wanted], old === undefined ? 1 : 0);
    const command = this.#kept(scope, wanted, old);
    this.#scopes.set(scope, [...kept.filter((one) => one !== old), command]);
    this.parts.onChange();
    return command;
  }

  #keep(scope: Scope, wanted: Body[]): APIApplicationCommand[] {
    const old = this.of(scope);
    const oldOf = (one: Body) => old.find((other) => isSame(one, other));
    this.#allow(wanted, wanted.filter((one) => oldOf(one) === undefined).length);
    const kept = wanted.map((one) => this.#kept(scope, one, oldOf(one)));
    this.#scopes.set(scope, kept);
    this.parts.onChange();
    return kept;
  }

  /** @throws {ApiRefusal} where there would be too many, or too many were made within a day. */
  #allow(wanted: readonly Pick<Body, 'type'>[], created: number): void {
    for (const { type: kind } of wanted) {
      const most = typeOf(kind) === ApplicationCommandType.ChatInput ? mostTyped : mostInMenus;
      const count = wanted.filter(({ type }) => typeOf(type) === typeOf(kind)).length;
      if (count > most) throw tooManyCommands(most);
    }
    if (this.creations + created > mostCreations) throw refusals.tooManyCreations();
    this.#created.push(...Array.from({ length: created }, this.parts.now));
  }

  /** The version is a new one only where something else is new too. */
  #kept(guild: Scope, wanted: Body, old: APIApplicationCommand | undefined): APIApplicationCommand {
    const { application, newId } = this.parts;
    const { id = newId(), version = '' } = old ?? {};
    const kept = asKept(wanted, { id, application, guild, version });
    return isDeepStrictEqual(kept, old) ? kept : { ...kept, version: newId() };
  }
}

function isSame(one: Pick<Body, 'name' | 'type'>, other: Pick<Body, 'name' | 'type'>): boolean {
  return one.name === other.name && typeOf(one.type) === typeOf(other.type);
}

function typeOf(type: Body['type']): ApplicationCommandType {
  return type ?? ApplicationCommandType.ChatInput;
}
