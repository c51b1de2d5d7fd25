import type { Edition } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import type { Reply } from './reply.js';
import { channel, role } from './text.js';

/** How a server plays. */
export interface Settings {
  rules: Edition;
  /** Discord role id. */
  dmRole: string | null;
  whoMayChange: keyof Words['choices']['policies'];
  feed?: { channel: string } | null;
  board?: { channel: string } | null;
}

/** The settings as they are. */
export function settingsView(words: Words, settings: Settings): Reply {
  const { title } = words.settings;
  return { embeds: [{ title, fields: fieldsOf(words, settings), color: neutral }], private: true };
}

/** The answer to a change of settings: all of them, as they are from now on. */
export function settingsChanged(words: Words, settings: Settings): Reply {
  const { changed, earlierStay } = words.settings;
  return {
    embeds: [{ title: changed, description: earlierStay, fields: fieldsOf(words, settings), color: neutral }],
    private: false,
  };
}

function fieldsOf(
  { settings, editions, choices }: Words,
  { rules, dmRole, whoMayChange, ...watched }: Settings,
) {
  const kept = (one: { channel: string } | null | undefined) =>
    one ? channel(one.channel) : settings.nowhere;
  const dungeonMaster = settings.manageServer + (dmRole === null ? '' : settings.andRole(role(dmRole)));
  return [
    { name: settings.rules, value: editions[rules] },
    { name: settings.dmRole, value: dungeonMaster },
    { name: settings.whoMayChange, value: choices.policies[whoMayChange] },
    { name: settings.feed, value: kept(watched.feed) },
    { name: settings.board, value: kept(watched.board) },
  ];
}
