import type { DiscordAPIError } from '@discordjs/rest';

/**
 * Whether Discord has understood a request and refused it. The class does not tell: discord.js loads a copy of its own of
 * `@discordjs/rest`, so that there are two of the same name.
 */
export function isRefused(error: unknown): error is DiscordAPIError {
  return error instanceof Error && error.name.startsWith('DiscordAPIError');
}
