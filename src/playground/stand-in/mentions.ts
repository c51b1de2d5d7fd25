import { AllowedMentionsTypes } from 'discord.js';
import type { APIAllowedMentions, APIMessage } from 'discord.js';
import type { World } from './world.js';
import { userOf } from './resources.js';

/** Whom a text pings. */
export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/**
 * Whom a message's content pings; embeds ping no one. Where nothing is said of what is allowed, all is; else only what is named.
 * Whether the bot has the permission to ping everyone is not asked: on some server it will.
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function mentionsIn(
  content: string,
  allowed: APIAllowedMentions | null | undefined,
  { people, roles }: Pick<World, 'people' | 'roles'>,
): Mentions {
  const mayAll = (kind: AllowedMentionsTypes) => allowed?.parse?.includes(kind) ?? allowed == null;
  const named = (pattern: RegExp) => new Set([...content.matchAll(pattern)].map(([, id]) => id));
  const [users, groups] = [named(/<@!?(\d+)>/g), named(/<@&(\d+)>/g)];
  return {
    mentions: people
      .filter(({ id }) => users.has(id))
      .filter(({ id }) => mayAll(AllowedMentionsTypes.User) || allowed?.users?.includes(id) === true)
      .map((person) => userOf(person)),
    mention_roles: roles
      .map(({ id }) => id)
      .filter((id) => groups.has(id))
      .filter((id) => mayAll(AllowedMentionsTypes.Role) || allowed?.roles?.includes(id) === true),
    mention_everyone: /@(everyone|here)\b/.test(content) && mayAll(AllowedMentionsTypes.Everyone),
  };
}
