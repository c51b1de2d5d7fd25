import { plain, shortened } from '../text.js';

/** Everything that can be refused. The rooms that refuse bear the same codes and data; the compiler holds them together. */
export type Refused =
  // what was typed
  | {
      code: 'amount-not-a-number' | 'amount-negative' | 'amount-fraction' | 'amount-too-large';
      typed: string;
    }
  | { code: 'amount-unusual'; typed: string; meant: string }
  | { code: 'note-empty' }
  | { code: 'note-too-long'; length: number; most: number }
  | { code: 'option-malformed'; option: string }
  | { code: 'command-unknown' | 'button-unknown' | 'servers-only' }
  // the roster
  | { code: 'name-empty' | 'name-comma' | 'name-invisible' | 'name-marks' }
  | { code: 'name-too-long'; length: number; most: number }
  | { code: 'name-reserved' | 'name-taken' | 'name-same'; name: string }
  | { code: 'roster-full'; most: number }
  | { code: 'character-retired' | 'already-active'; name: string }
  | { code: 'character-unknown'; typed: string; suggestions: string[] }
  | { code: 'character-ambiguous'; typed: string; names: string[] }
  // the party
  | { code: 'no-active-character' | 'dm-only' }
  | { code: 'not-allowed'; name: string; who: 'dm' | 'owner-or-dm' }
  | { code: 'enrolling-unfinished'; name: string }
  // the rules
  | { code: 'dead' | 'not-dead' | 'not-enrolled' | 'already-enrolled' }
  | { code: 'not-dying'; condition: 'up' | 'stable' }
  | { code: 'unconscious'; condition: 'dying' | 'stable' }
  | { code: 'not-concentrating' | 'nothing-to-edit' | 'nothing-to-adjust' | 'needs-hit-point' }
  | { code: 'no-hit-dice'; die: number; left: number }
  | { code: 'hit-die-unknown' | 'hit-die-twice'; die: number }
  | { code: 'above-maximum'; value: number; maximum: number }
  | { code: 'out-of-bounds'; what: string; least: number; most: number }
  // the ledger, and faults
  | { code: 'store-unavailable' | 'fault' };

const amounts = 'Write a whole number from 0 to 9,999, such as `7`.';

/** A refusal in words: what was wrong, and what would be right. */
export function refusalWords(refused: Refused): string {
  switch (refused.code) {
    case 'amount-not-a-number':
      return `${quoted(refused.typed)} is not a number of hit points. ${amounts}`;
    case 'amount-negative':
      return `An amount has no minus. ${amounts} For the other direction there are \`/hp heal\` and \`/hp damage\`.`;
    case 'amount-fraction':
      return `Hit points are whole: ${quoted(refused.typed)} is not. ${amounts}`;
    case 'amount-too-large':
      return `${quoted(refused.typed)} is more than an amount can be. ${amounts}`;
    case 'amount-unusual':
      return `Did you mean \`${refused.meant}\`? ${quoted(refused.typed)} is an unusual way to write it. ${amounts}`;
    case 'note-empty':
      return 'This needs a note: say why, so that everyone can see it in the trail.';
    case 'note-too-long':
      return `The note has ${refused.length} characters; it can have ${refused.most}.`;
    case 'option-malformed':
      return `The option \`${refused.option}\` did not arrive as it should. Choose the command anew from Discord’s list.`;
    case 'command-unknown':
      return 'This bot does not know that command any more. Type `/hp` to see those that it knows.';
    case 'button-unknown':
      return 'This button is from an older version of the bot. Ask again with `/hp log`.';
    case 'servers-only':
      return 'Hit points belong to a server: type `/hp` in one of its channels.';
    case 'name-empty':
      return 'A name needs at least one letter, digit or emoji.';
    case 'name-comma':
      return 'A name can’t have a comma: commas separate several targets.';
    case 'name-invisible':
      return 'The name holds characters that can’t be seen. Type it by hand instead of pasting it.';
    case 'name-marks':
      return 'The name heaps more accents on a letter than can be read. Use fewer.';
    case 'name-too-long':
      return `The name has ${refused.length} characters; it can have ${refused.most}.`;
    case 'name-reserved':
      return `“${plain(refused.name)}” means every player character. Choose another name.`;
    case 'name-taken':
      return `There is a ${plain(refused.name)} already. Choose another name, “${plain(refused.name)} 2” say.`;
    case 'name-same':
      return `${plain(refused.name)} is the name already.`;
    case 'roster-full':
      return `The roster is full: ${refused.most} characters. Make room with \`/hp character retire\`.`;
    case 'character-retired':
      return `${plain(refused.name)} has retired. \`/hp log\` and \`/hp show\` still find them.`;
    case 'already-active':
      return `${plain(refused.name)} is your active character already.`;
    case 'character-unknown':
      return `No ${typedName(refused.typed)} here. ${unknownHint(refused.suggestions)}`;
    case 'character-ambiguous':
      return `${quoted(refused.typed)} can be ${either(refused.names)}. Type more of the name.`;
    case 'no-active-character':
      return (
        'Whom do you mean? Name a `target`, choose your character with `/hp character use`, ' +
        'or add one: `/hp character add name:Thorin max:31`.'
      );
    case 'dm-only':
      return 'Only the DM adds creatures, and characters for others. (The DM is whoever has the permission Manage Server.)';
    case 'not-allowed':
      return refused.who === 'dm'
        ? `${plain(refused.name)} is the DM’s to change.`
        : `Only the owner of ${plain(refused.name)} or the DM can do this.`;
    case 'enrolling-unfinished':
      return `${plain(refused.name)} is on the roster. The ledger can’t be reached to begin the hit points; the next command does.`;
    case 'dead':
      return 'The dead take no part in this. `/hp revive` brings them back.';
    case 'not-dead':
      return 'Nobody is dead here: `/hp heal` is for the living.';
    case 'not-enrolled':
      return 'This character has no hit points yet. Try again in a moment.';
    case 'already-enrolled':
      return 'This character is here already.';
    case 'not-dying':
      return refused.condition === 'stable'
        ? 'No death save is due: stable is stable, until more damage comes.'
        : 'No death save is due: only the dying make them.';
    case 'unconscious':
      return 'The unconscious concentrate on nothing.';
    case 'not-concentrating':
      return 'There is no concentration to end.';
    case 'nothing-to-edit':
      return 'Say what is to be edited.';
    case 'nothing-to-adjust':
      return 'An adjustment of 0 changes nothing.';
    case 'needs-hit-point':
      return 'This rest takes at least 1 hit point.';
    case 'no-hit-dice':
      return `There are ${refused.left} d${refused.die} left to spend.`;
    case 'hit-die-unknown':
      return `There is no hit die d${refused.die}.`;
    case 'hit-die-twice':
      return `The hit die d${refused.die} is named twice.`;
    case 'above-maximum':
      return `${refused.value} is more than the hit point maximum of ${refused.maximum}.`;
    case 'out-of-bounds':
      return `\`${refused.what}\` has to be a whole number from ${refused.least} to ${refused.most}.`;
    case 'store-unavailable':
      return 'Nothing was recorded: the ledger can’t be reached right now. Try again in a moment.';
    case 'fault':
      return 'Something went wrong inside the bot. `/hp log` shows whether it was recorded; whoever runs the bot finds more in its log.';
  }
}

export const notKnownWords =
  'The ledger has not answered yet, so it is **not known** whether this was recorded. ' +
  'Please don’t type it again: this message will say what happened.';

/** What was typed, as much of it as helps. */
function typedName(typed: string): string {
  return plain(shortened(typed, 50));
}

function quoted(typed: string): string {
  return `“${typedName(typed)}”`;
}

function unknownHint(suggestions: string[]): string {
  if (suggestions.length > 0) return `${either(suggestions)}?`;
  return 'See `/hp party` for who is here, or add someone with `/hp character add`.';
}

function either(names: string[]): string {
  const shown = names.slice(0, 5).map(plain);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}
