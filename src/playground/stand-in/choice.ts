import { ComponentType } from 'discord.js';
import { FormError, problemWithChoice } from '../form.js';
import type { Menu } from '../form.js';
import type { World } from './world.js';

/** What is sent for what is chosen from a menu: people by their ids. @throws {FormError} where nobody is called so. */
export function chosenFrom({ type }: Menu, chosen: readonly string[], { people }: World): string[] {
  if (type === ComponentType.StringSelect) return [...chosen];
  return chosen.map((who) => {
    const person = people.find(({ id, name }) => id === who || name === who);
    if (person === undefined) throw new FormError(`nobody here is called ${who}`);
    return person.id;
  });
}

/** The same, for a menu that is sent as soon as something is chosen. @throws {FormError} where that can't be chosen. */
export function checkedChoice(menu: Menu, chosen: readonly string[], world: World): string[] {
  const values = chosenFrom(menu, chosen, world);
  const problem = problemWithChoice(menu, values);
  if (problem !== undefined) throw new FormError(problem);
  return values;
}
