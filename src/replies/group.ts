import type { Refused, Words } from '../words/index.js';
import { fromTo } from './changed.js';
import { neutral, refusing } from './color.js';
import { undoRows } from './buttons.js';
import { latestOf } from './entry.js';
import type { Character, Sight } from './entry.js';
import { bandText, conditionWords, bar } from './gauge.js';
import { refusalText } from './refusal.js';
import type { Reply } from './reply.js';
import { person, plain } from './text.js';
import { diceOf, withoutDice } from './rolls.js';
import { explanation } from './explanation.js';

/** One of several that a command was done to. */
export interface GroupMember {
  character: Character;
  /** The change itself. */
  sight: Sight;
}

/** How much the lines of a group may fill. UTF-16 units. */
const longest = 3_900;

/**
 * One answer for several targets: how each of them stands, and who was left out and why.
 * @param left those that nothing was recorded for.
 */
export function group(
  words: Words,
  members: readonly GroupMember[],
  left: readonly { name: string; refused: Refused }[],
): Reply {
  const [first] = members;
  const type = first && latestOf(first.sight)?.type;
  const notDone = left.map(({ name, refused }) =>
    words.labels.notDone(plain(name), refusalText(words, refused)),
  );
  const title =
    type === undefined
      ? words.labels.notDoneTitle
      : words.happening.several(words.events[type], members.length);
  const dice = rollForAll(words, members);
  const text = (detailed: boolean) => [
    ...(dice === undefined ? [] : [dice]),
    ...members.map((member) => memberLine(words, member, dice !== undefined, detailed)),
    ...notDone.map(marked),
    ...noteOf(members),
    ...byWhom(words, members),
  ];
  const detailed = text(true);
  const description = fitting(words, detailed.join('\n').length <= longest ? detailed : text(false));
  return {
    embeds: [{ title, description, color: members.length === 0 ? refusing : neutral }],
    components: undoRows(words, members.flatMap(undoable)),
    private: members.length === 0,
  };
}

/** What of a member can be taken back. */
function undoable({ character: { id, name }, sight }: GroupMember) {
  const latest = latestOf(sight);
  return latest === undefined ? [] : [{ character: id, name, version: latest.version }];
}

/** Why, which is the same for all. */
function noteOf(members: readonly GroupMember[]): string[] {
  const [entry] = members.flatMap(({ sight }) => (sight.numbers ? sight.entries : []));
  return entry?.event.note === undefined ? [] : [`> ${plain(entry.event.note)}`];
}

/** Who did it, which a press on a button does not show. */
function byWhom({ labels }: Words, members: readonly GroupMember[]): string[] {
  const [by] = members.flatMap(({ sight }) => sight.entries.map((entry) => entry.by));
  return by === undefined ? [] : [`-# ${labels.by(person(by))}`];
}

function marked(line: string): string {
  return `✖️ ${line}`;
}

/** How the dice fell, where all were given the same ones. */
function rollForAll(words: Words, members: readonly GroupMember[]): string | undefined {
  const rolls = members
    .flatMap(({ sight }) => (sight.numbers ? sight.entries : []))
    .map(({ event }) => diceOf(words, event));
  const [first] = rolls;
  return rolls.length > 1 && rolls.every((roll) => roll === first) ? first : undefined;
}

/** @param told whether it has been told how the dice fell. @param detailed with what the rules did. */
function memberLine(
  words: Words,
  { character, sight }: GroupMember,
  told: boolean,
  detailed: boolean,
): string {
  const who = `**${plain(character.name)}**`;
  if (!sight.numbers) return `${who} ${sight.entries.map(({ band }) => bandText(words, band)).join('')}`;
  return sight.entries
    .map((entry) => {
      const { state, event } = entry;
      const condition = conditionWords(words, state, event.rules);
      const details = detailed ? explanation(words, told ? withoutDice(event) : event) : '';
      return [
        `${bar(state)} ${who} ${fromTo(words, entry)}${condition === '' ? '' : ` · ${condition}`}`,
        ...(details === '' ? [] : [`-# ${details}`]),
      ].join('\n');
    })
    .join('\n');
}

/** As many lines as an answer holds, and how many more there are. */
export function fitting({ labels }: Words, all: readonly string[]): string {
  let length = 0;
  const fit = all.filter((one) => (length += one.length + 1) <= longest);
  const left = all.length - fit.length;
  return [...fit, ...(left > 0 ? [labels.andMore(left)] : [])].join('\n');
}
