import { asPlayersSee, withNumbers } from '../src/party/index.js';
import type { Changed, Changes, Edited, NotDone, Sight } from '../src/party/index.js';
import { changed, group, rosterChanged } from '../src/replies/index.js';
import type { GroupMember, Reply } from '../src/replies/index.js';
import type { Words } from '../src/words/index.js';
import type { Tools } from './command.js';

type Telling = Pick<Tools, 'words' | 'explain'>;

/**
 * The answer to a change of hit points. In the open nobody reads a hidden creature's numbers: they follow for the eyes of
 * whoever changed it, who is the DM.
 */
export function changesReply(tools: Telling, { done, notDone, several }: Changes): Reply {
  const [only] = done;
  return several || only === undefined ? ofSeveral(tools, done, notDone) : ofOne(tools.words, only);
}

export function ofOne(words: Words, { character, recent }: Changed): Reply {
  const open = changed(words, character, asPlayersSee(character, recent));
  if (character.hidden !== true) return open;
  return { ...open, after: [{ ...changed(words, character, withNumbers(recent)), private: true }] };
}

function ofSeveral({ words, explain }: Telling, done: Changed[], notDone: NotDone[]): Reply {
  const left = notDone.map(({ name, hidden, error }) => {
    const refused = explain(error);
    // that someone may not change a creature says nothing of its numbers
    return { name, refused, hidden: hidden === true && refused.code !== 'not-allowed' };
  });
  const open = group(
    words,
    done.map(({ character, recorded }) => member(character, asPlayersSee(character, [recorded]))),
    left.map(({ name, hidden, refused }) => ({
      name,
      refused: hidden ? { code: 'told-privately' } : refused,
    })),
  );
  const hidden = done.filter(({ character }) => character.hidden);
  const hiddenLeft = left.filter((one) => one.hidden);
  if (hidden.length + hiddenLeft.length === 0) return open;
  const secret = group(
    words,
    hidden.map(({ character, recorded }) => member(character, withNumbers([recorded]))),
    hiddenLeft,
  );
  return { ...open, after: [{ ...secret, private: true }] };
}

function member(character: Changed['character'], sight: Sight): GroupMember {
  return { character, sight };
}

/** The answer to an edit: what the roster says from now on, and what the character's own trail does. */
export function edited(words: Words, { character, roster, changed }: Edited): Reply {
  const ofRoster = rosterChanged(words, { type: 'edited', name: character.name, ...roster });
  if (changed === undefined) return ofRoster;
  // hidden or shown from this very edit on
  const ofStream = ofOne(words, { ...changed, character: { ...changed.character, ...roster } });
  return Object.keys(roster).length === 0
    ? ofStream
    : { ...ofStream, embeds: [...ofRoster.embeds, ...ofStream.embeds] };
}
