import { changeForm, overtaken, readButton, refusal, trail } from '../src/replies/index.js';
import type { Button, Form, Reply } from '../src/replies/index.js';
import type { Tools } from './command.js';
import type { Request } from './request.js';

/** What a button under an answer does. Some change the message that bears them: those answer with what it is from then on. */
export async function press(request: Request, customId: string, tools: Tools): Promise<Reply | Form> {
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
    case undefined:
      return refusal(tools.words, { code: 'button-unknown' });
  }
}

async function leaf(
  request: Request,
  { character, ...page }: (Button & { does: 'leaf' })['page'],
  { party, words }: Tools,
): Promise<Reply> {
  const leafed = await party.trailPage(request, character, page);
  // the message that is changed stays as private as it is
  return { ...trail(words, leafed, page.privately), private: false };
}

/** A form, unless the character has changed since the answer that bears the button. */
async function openForm(
  request: Request,
  { does, character: id, version }: Button & { does: 'damage' | 'heal' },
  { party, words }: Tools,
): Promise<Reply | Form> {
  const sheet = await party.sheetToChange(request, id, 'change');
  const isNewest = sheet.sight.entries.every((entry) => entry.version === version);
  return isNewest ? changeForm(words, does, sheet.character) : overtaken(words, sheet);
}
