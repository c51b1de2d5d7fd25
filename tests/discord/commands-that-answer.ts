import { definitions } from '../../commands/index.js';
import type { Commands } from '../../commands/index.js';

/** Commands that do nothing but answer. @param onGiven is told of each that is run. */
export function answeringCommands(answer: string, onGiven: () => void = () => undefined): Commands {
  const reply = () => {
    onGiven();
    return Promise.resolve({ embeds: [{ description: answer }], private: false });
  };
  const nothing = () => ({ embeds: [], private: true });
  return {
    definitions,
    isPrivate: () => false,
    run: reply,
    suggest: () => Promise.resolve([]),
    press: reply,
    answersPress: () => 'openly',
    submit: reply,
    inspect: reply,
    onServersOnly: nothing,
    busy: nothing,
    formTooLate: nothing,
  };
}
