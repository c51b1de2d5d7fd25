import type { Command } from './command.js';
import { refuse } from './refusal.js';
import { highestAdjustment, highestAmount, highestBonus, longestNote, mostParts } from './vocabulary.js';

/** @throws {Refusal} naming the first number of a command that is out of its bounds, or a note that is too long. */
export function checkBounds(command: Command): void {
  if (command.note !== undefined) within('note', Array.from(command.note).length, 0, longestNote);
  switch (command.type) {
    case 'enroll':
      within('max', command.max, 1, highestAmount);
      return within('hp', command.current ?? command.max, 1, command.max);
    case 'damage':
      within('parts', command.parts.length, 1, mostParts);
      for (const { amount, adjust = 0 } of command.parts) {
        within('amount', amount, 0, highestAmount);
        within('adjust', adjust, -highestAdjustment, highestAdjustment);
      }
      return;
    case 'heal':
    case 'grantTemporary':
      return within('amount', command.amount, 0, highestAmount);
    case 'set':
      if (command.note.trim() === '') refuse({ code: 'note-empty' });
      return within('value', command.value, 0, highestAmount);
    case 'revive':
      return within('value', command.value, 1, highestAmount);
    case 'deathSave':
      within('roll', command.roll, 1, 20);
      return within('bonus', command.bonus ?? 0, -highestBonus, highestBonus);
  }
}

function within(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    refuse({ code: 'out-of-bounds', what, least, most });
}
