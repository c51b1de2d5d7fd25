import type { TrailPage } from '../src/party/index.js';
import { readTrailButton, trail } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Party } from '../src/party/index.js';
import type { Command } from './command.js';
import { target, yesOrNo } from './options.js';
import { isSet, textOf } from './read.js';
import type { Request } from './request.js';

export const log: Command = {
  name: 'log',
  description: 'The audit trail: who changed what, when and why',
  options: [target, yesOrNo('private', 'For your eyes alone')],
  async run(request, options, party) {
    const page = await party.trail(request, textOf(options, 'target'));
    return { ...answer(page), private: isSet(options, 'private') };
  },
};

/** Leafs in a trail that was shown before; `undefined` where the button is not of a trail. */
export async function leaf(request: Request, customId: string, party: Party): Promise<Reply | undefined> {
  const button = readTrailButton(customId);
  if (button === undefined) return undefined;
  return answer(await party.trailPage(request, button.character, button.from));
}

function answer({ character, entries, ...pages }: TrailPage): Reply {
  return trail(character, entries, pages);
}
