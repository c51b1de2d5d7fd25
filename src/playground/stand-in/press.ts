import type { APIMessage, APIMessageComponent } from 'discord.js';
import { ClientError } from '../client-error.js';
import { isMenu } from '../form.js';
import { checkedChoice } from './choice.js';
import { canSee } from './messages.js';
import type { Posted } from './messages.js';
import { resolvedOf } from './resolved.js';
import { channelIn } from './world.js';
import type { Channel, Person, World } from './world.js';

/** The person sees no such button, menu or entry of a menu, or it can't be pressed. */
export class NothingToPress extends ClientError {
  override name = 'NothingToPress';
  readonly code = 'nothing-to-press';
}

/** A button or a menu that a person has before them. */
export interface Pressable {
  message: APIMessage;
  channel: Channel;
  component: APIMessageComponent & { custom_id: string };
}

/** @throws {NothingToPress} also where the channel is gone, or is none of the server's. */
export function pressableIn(
  posted: Posted | undefined,
  customId: string,
  world: World,
  { id: person }: Person,
): Pressable {
  const message = posted !== undefined && canSee(posted, person) ? posted.message : undefined;
  const component = message?.components?.flatMap(leavesOf).find((one) => isCalled(one, customId));
  const channel = channelIn(world, message?.channel_id ?? '');
  if (message === undefined || channel === undefined || component === undefined || isDisabled(component))
    throw new NothingToPress('there is nothing to press');
  return { message, channel, component };
}

/**
 * What Discord's client sends of it. @throws {FormError} where this can't be chosen from the menu.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-message-component-data-structure
 */
export function pressOf(
  { component }: Pressable,
  chosen: readonly string[],
  world: World,
  person: Person,
): object {
  const { id, type, custom_id } = component;
  const pressed = { id, component_type: type, custom_id };
  if (!isMenu(component)) return pressed;
  const values = checkedChoice(component, chosen, world);
  return { ...pressed, values, ...resolvedOf(values, world, person) };
}

function leavesOf(component: APIMessageComponent): APIMessageComponent[] {
  return 'components' in component ? component.components.flatMap(leavesOf) : [component];
}

function isCalled(component: APIMessageComponent, customId: string): component is Pressable['component'] {
  return 'custom_id' in component && component.custom_id === customId;
}

function isDisabled(component: APIMessageComponent): boolean {
  return 'disabled' in component && component.disabled;
}
