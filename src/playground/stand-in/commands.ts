import type { APIApplicationCommand } from 'discord.js';
import { refusals } from './refusal.js';
import { checkCommands, filledIn } from './validate.js';

/** Commands that may be created in a day. */
const mostCreations = 200;

/** The bot's commands, as Discord keeps them. */
export class CommandRegistry {
  #commands: APIApplicationCommand[] = [];
  /** How many were created so far: Discord allows 200 a day. */
  creations = 0;
  constructor(
    private readonly application: string,
    private readonly newId: () => string,
    private readonly onChange: (commands: APIApplicationCommand[]) => void,
  ) {}

  get all(): APIApplicationCommand[] {
    return this.#commands;
  }

  /** Puts these in the place of all. One that bears the name of an old one is an update, not a creation. @throws {ApiRefusal} */
  replace(body: unknown): APIApplicationCommand[] {
    const wanted = checkCommands(body);
    const named = (name: string) => this.#commands.find((one) => one.name === name);
    const created = wanted.filter(({ name }) => named(name) === undefined).length;
    if (this.creations + created > mostCreations) throw refusals.tooManyCommands();
    this.creations += created;
    this.#commands = wanted.map((one) =>
      filledIn(one, this.application, named(one.name)?.id ?? this.newId(), this.newId()),
    );
    this.onChange(this.#commands);
    return this.#commands;
  }

  /** @throws {ApiRefusal} */
  add(body: unknown): APIApplicationCommand {
    const [wanted] = checkCommands([body]);
    const others = this.#commands.filter((one) => one.name !== wanted?.name);
    const added = this.replace([...others, wanted]).at(-1);
    if (added === undefined) throw refusals.notFound();
    return added;
  }
}
