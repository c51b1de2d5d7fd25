import { definitions } from '../../commands/index.js';
import type { Commands, Request } from '../../commands/index.js';
import type { Reply } from '../../src/replies/index.js';

/** A reply of one line, for everyone. */
export function says(description: string): Reply {
  return { embeds: [{ description }], private: false };
}

/** Commands that all do the same; where there is no room they say “busy”. */
export function stubCommands(answer: (request: Pick<Request, 'signal'>) => Promise<Reply>): Commands {
  return {
    definitions,
    isPrivate: () => false,
    run: (_path, _options, request) => answer(request),
    suggest: () => Promise.resolve([]),
    press: (_pressed, request) => answer(request),
    answersPress: () => 'openly',
    submit: (_customId, _fields, request) => answer(request),
    inspect: (_person, request) => answer(request),
    onServersOnly: () => says('on servers only'),
    busy: () => says('busy'),
    formTooLate: () => says('too late for a form'),
  };
}
