import { rosterWords } from './english/labels.js';
import type { Reply } from './reply.js';
import { plain } from './text.js';

/** What a change of the roster needs to say. */
export type RosterChange =
  { type: 'renamed'; from: string; to: string } | { type: 'retired' | 'chosen'; name: string };

/** The answer to a change of the roster. */
export function rosterChanged(change: RosterChange): Reply {
  return {
    embeds: [{ description: words(change), color: 0x5865f2 }],
    private: change.type === 'chosen',
  };
}

function words(change: RosterChange): string {
  switch (change.type) {
    case 'renamed':
      return rosterWords.renamed(plain(change.from), plain(change.to));
    case 'retired':
      return rosterWords.retired(plain(change.name));
    case 'chosen':
      return rosterWords.chosen(plain(change.name));
  }
}
