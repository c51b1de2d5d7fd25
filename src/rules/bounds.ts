import type { Command } from './command.js';
import type { DamagePart } from './effects/damage-part.js';
import type { EditInput } from './effects/edited.js';
import { refuse } from './refusal.js';
import {
  highestAdjustment,
  highestAmount,
  highestBonus,
  highestConstitution,
  highestHitDice,
  hitDieSides,
  longestConcentration,
  longestNote,
  longestRolled,
  lowestConstitution,
  mostParts,
} from './vocabulary.js';

interface DamageAmounts {
  parts?: readonly DamagePart[];
  adjust?: number | undefined;
}

/** @throws {Refusal} naming the first thing in a command that is out of its bounds, whoever it is done to. */
export function checkBounds(command: Command): void {
  if (command.note !== undefined) withinLength('note', command.note, 0, longestNote);
  switch (command.type) {
    case 'enroll':
      within('max', command.max, 1, highestAmount);
      within('hp', command.current ?? command.max, 1, command.max);
      return checkTraits(command);
    case 'damage':
      return checkDamage(command);
    case 'heal':
    case 'grantTemporary':
      return checkAmount(command);
    case 'set':
      if (command.note.trim() === '') refuse({ code: 'note-empty' });
      return within('value', command.value, 0, highestAmount);
    case 'revive':
    case 'setMaximum':
      return within('value', command.value, 1, highestAmount);
    case 'adjustMaximum':
      if (command.by === 0) refuse({ code: 'nothing-to-adjust' });
      return within('adjust', command.by, -highestAdjustment, highestAdjustment);
    case 'deathSave':
      within('roll', command.roll, 1, 20);
      return within('bonus', command.bonus ?? 0, -highestBonus, highestBonus);
    case 'rest':
      // only a short rest spends any; how many there are is for the character to say
      if (command.kind === 'long') within('dice', command.dice?.length ?? 0, 0, 0);
      for (const { die, roll } of command.dice ?? []) within('roll', roll, 1, die);
      return;
    case 'concentrate':
      if (command.on !== null) withinLength('on', command.on.trim(), 1, longestConcentration);
      return;
    case 'edit': {
      const { hitDice, constitution, makesDeathSaves } = command;
      if (hitDice === undefined && constitution === undefined && makesDeathSaves === undefined)
        refuse({ code: 'nothing-to-edit' });
      return checkTraits(command);
    }
    case 'amend':
      if (command.note.trim() === '') refuse({ code: 'note-empty' });
      return checkDamage(command.amendment);
    case 'stabilize':
    case 'setDefenses':
    case 'undo':
      return;
  }
}

/** @throws {Refusal} when a number is not whole or out of its bounds. */
export function within(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    refuse({ code: 'out-of-bounds', what, least, most });
}

/** In code points. */
function withinLength(what: string, text: string, least: number, most: number): void {
  within(what, Array.from(text).length, least, most);
}

function checkDamage({ parts = [{ amount: 0 }], adjust = 0 }: DamageAmounts): void {
  within('parts', parts.length, 1, mostParts);
  for (const part of parts) checkAmount(part);
  within('adjust', adjust, -highestAdjustment, highestAdjustment);
}

function checkAmount({ amount, rolled = '' }: { amount: number; rolled?: string | undefined }): void {
  within('amount', amount, 0, highestAmount);
  within('rolled', rolled.length, 0, longestRolled);
}

function checkTraits({ hitDice = [], constitution = 0 }: Omit<EditInput, 'makesDeathSaves'>): void {
  for (const [index, { die, total }] of hitDice.entries()) {
    if (!hitDieSides.includes(die)) refuse({ code: 'hit-die-unknown', die });
    if (hitDice.findIndex((one) => one.die === die) < index) refuse({ code: 'hit-die-twice', die });
    within('hit-dice', total, 1, highestHitDice);
  }
  within('con', constitution, lowestConstitution, highestConstitution);
}
