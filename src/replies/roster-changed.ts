import type { Words } from '../words/index.js';
import { neutral } from './color.js';
import type { Character } from './entry.js';
import type { Reply } from './reply.js';
import { person, plain } from './text.js';

/** What a change of the roster needs to say. */
export type RosterChange =
  | { type: 'renamed'; from: string; to: string }
  | { type: 'retired' | 'chosen'; name: string }
  | { type: 'given'; name: string; to: string }
  | ({ type: 'edited'; name: string } & Pick<Partial<Character>, 'kind' | 'hidden'>);

/** The answer to a change of the roster. */
export function rosterChanged(words: Words, change: RosterChange): Reply {
  return {
    embeds: [{ description: text(words, change), color: neutral }],
    private: change.type === 'chosen',
  };
}

function text({ roster }: Words, change: RosterChange): string {
  switch (change.type) {
    case 'renamed':
      return roster.renamed(plain(change.from), plain(change.to));
    case 'retired':
      return roster.retired(plain(change.name));
    case 'chosen':
      return roster.chosen(plain(change.name));
    case 'given':
      return roster.given(plain(change.name), person(change.to));
    case 'edited':
      return roster.edited(plain(change.name), [
        ...(change.kind === undefined ? [] : [roster.kind[change.kind]]),
        ...(change.hidden === undefined ? [] : [roster.hidden(change.hidden)]),
      ]);
  }
}
