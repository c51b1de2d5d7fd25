import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import type { Reply } from './reply.js';

/** What to type first, for a player and for a DM. */
export function help({ help: words }: Words): Reply {
  return {
    embeds: [
      {
        title: words.title,
        description: words.intro,
        fields: [
          { name: words.player, value: words.playerText.join('\n') },
          { name: words.dungeonMaster, value: words.dungeonMasterText.join('\n') },
        ],
        color: neutral,
      },
    ],
    private: true,
  };
}
