import { refuse } from './refusal.js';

/** The longest name, in code points. */
export const longestName = 32;
/** A target of its own: every player character. */
const party = 'party';

/** Zero-width characters that belong inside some scripts' words and inside emoji. */
const joiners =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/gu;
const emojiStyle = /(?<=\p{Emoji})\ufe0f/gu;
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * A name as it is kept: composed (NFC), without white space around it or twice within.
 * @throws {RosterRefusal} when it is empty, over 32 characters, or holds what a name can't.
 */
export function cleanName(typed: string): string {
  const name = tidy(typed);
  if (invisible.test(name.replace(joiners, '').replace(emojiStyle, ''))) refuse({ code: 'name-invisible' });
  if (!visible.test(name)) refuse({ code: 'name-empty' });
  const length = Array.from(name).length;
  if (length > longestName) refuse({ code: 'name-too-long', length, most: longestName });
  if (name.includes(',')) refuse({ code: 'name-comma' });
  if (/\p{M}{5}/u.test(name.normalize('NFD'))) refuse({ code: 'name-marks' });
  if (meansParty(name)) refuse({ code: 'name-reserved', name });
  return name;
}

/** Whether every player character is meant, and none by name. */
export function meansParty(typed: string): boolean {
  return nameKey(typed) === party;
}

/** What two names have in common that count as the same: compared without case, accents and width folded. */
export function nameKey(name: string): string {
  return tidy(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .toLowerCase();
}

function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}
