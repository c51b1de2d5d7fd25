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

/** Why a feed or a board can't be kept where it was chosen to be. */
export type Failed = Record<'feed' | 'board', 'gone' | 'forbidden' | null>;

/** The settings as they are. */
export function settingsView(words: Words, settings: Settings, failed: Failed): Reply {
  const { title } = words.settings;
  return { embeds: [{ title, fields: fieldsOf(words, settings, failed), color: neutral }], private: true };
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
  { settings, editions, choices, watching }: Words,
  { rules, dmRole, whoMayChange, ...watched }: Settings,
  failed: Failed = { feed: null, board: null },
) {
  const kept = (which: 'feed' | 'board') => {
    const [where, reason] = [watched[which], failed[which]];
    if (!where) return settings.nowhere;
    const shown = channel(where.channel);
    return reason === null
      ? shown
      : `⚠️ ${watching.closedBecause[reason](shown)} ${watching.chooseAnew[which]}`;
  };
  const dungeonMaster = settings.manageServer + (dmRole === null ? '' : settings.andRole(role(dmRole)));
  return [
    { name: settings.rules, value: editions[rules] },
    { name: settings.dmRole, value: dungeonMaster },
    { name: settings.whoMayChange, value: choices.policies[whoMayChange] },
    { name: settings.feed, value: kept('feed') },
    { name: settings.board, value: kept('board') },
  ];
}
