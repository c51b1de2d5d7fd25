import type { Person, World } from './world.js';

/** The channels in which the bot and one person are alone. */
export class DirectChannels {
  /** By the person's id. */
  readonly #ids = new Map<string, string>();
  constructor(
    private readonly world: Pick<World, 'people'>,
    private readonly newId: () => string,
  ) {}

  /** The one with a person; it is always the same. */
  with({ id: person }: Person): string {
    const id = this.#ids.get(person) ?? this.newId();
    this.#ids.set(person, id);
    return id;
  }

  /** With whom the bot is alone there. */
  recipientOf(channel: string): Person | undefined {
    return this.world.people.find(({ id }) => this.#ids.get(id) === channel);
  }
}
