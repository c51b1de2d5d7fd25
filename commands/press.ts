import { changeForm, overtaken, readButton, readUndoable, refusal, trail } from '../src/replies/index.js';
import type { Button, Form, Reply } from '../src/replies/index.js';
import { answerWhenKnown } from './answer.js';
import { changesReply } from './changes.js';
import type { Tools } from './command.js';
import type { Pressed, Request } from './request.js';

/** What a button or a menu under an answer does. */
export async function press(
  request: Request,
  { customId, chosen = [], offered = [] }: Pressed,
  tools: Tools,
): Promise<Reply | Form> {
  const button = readButton(customId);
  switch (button?.does) {
    case 'leaf':
      return leaf(request, button.page, tools);
    case 'trail': {
      const page = await tools.party.trail(request, { id: button.character });
      return trail(tools.words, page, true);
    }
    case 'damage':
    case 'heal':
      return openForm(request, button, tools);
    case 'undo':
    case 'undoSome':
    case 'undoAll':
      return undo(request, button, { chosen, offered }, tools);
    case undefined:
      return refusal(tools.words, { code: 'button-unknown' });
  }
}

/** Where the answer to a press goes: in place of the message, to whoever pressed alone, or to everyone. */
export function answersPress(customId: string): 'in place' | 'privately' | 'openly' {
  switch (readButton(customId)?.does) {
    case 'leaf':
      return 'in place';
    case 'undo':
    case 'undoSome':
    case 'undoAll':
      return 'openly';
    default:
      return 'privately';
  }
}

async function leaf(
  request: Request,
  { character, ...page }: (Button & { does: 'leaf' })['page'],
  { party, words }: Tools,
): Promise<Reply> {
  const leafed = await party.trailPage(request, character, page);
  // the message that is changed stays as private as it is
  return { ...trail(words, leafed, page.privately), private: false, inPlace: true };
}

/** A form, unless the character has changed since the answer that bears the button. */
async function openForm(
  request: Request,
  { does, character: id, version }: Extract<Button, { does: 'damage' | 'heal' }>,
  { party, words }: Tools,
): Promise<Reply | Form> {
  const sheet = await party.sheetToChange(request, id, 'change');
  const isNewest = sheet.sight.entries.every((entry) => entry.version === version);
  return isNewest ? changeForm(words, does, sheet.character) : overtaken(words, sheet);
}

/** Takes back the change that an answer is about, whatever came after it; of several, all or those that were chosen. */
async function undo(
  request: Request,
  button: Extract<Button, { does: 'undo' | 'undoSome' | 'undoAll' }>,
  { chosen, offered }: Required<Omit<Pressed, 'customId'>>,
  tools: Tools,
): Promise<Reply> {
  const { party, words } = tools;
  const changes =
    button.does === 'undo' ? [button] : readUndoable(button.does === 'undoAll' ? offered : chosen);
  const [only] = changes;
  if (only === undefined) return refusal(words, { code: 'button-unknown' });
  const outcome = await (changes.length === 1
    ? party.undo(request, { id: only.character }, { version: only.version })
    : party.undoTogether(request, new Map(changes.map(({ character, version }) => [character, version]))));
  return answerWhenKnown(words, outcome, (done) => changesReply(tools, done));
}
