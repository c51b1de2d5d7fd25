import type { Defenses, State } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { actions, toTrail } from './buttons.js';
import { bandColors, color, neutral, warning } from './color.js';
import { latestOf } from './entry.js';
import type { Character, Sight } from './entry.js';
import { bandText, bar, conditionWords, gauge, numbers } from './gauge.js';
import { fitting } from './group.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';
import { at, person, plain } from './text.js';
import { defenseLines, diceText } from './workings.js';

/** A character and one of its entries: the latest, where it is shown as it is now. */
export interface Sheet {
  character: Character;
  sight: Sight;
}

/** How long a note is on a sheet. Code points. */
const noteLength = 100;

/** One character as it is now. */
export function sheet(words: Words, { character, sight }: Sheet): Reply {
  const { id, name, owner } = character;
  const latest = latestOf(sight);
  const isSecret = character.hidden === true && sight.numbers;
  return {
    embeds: [
      {
        title: plain(name),
        description: [
          ...body(words, sight),
          `${words.labels.owner} ${person(owner)}`,
          ...(isSecret ? [`-# ${words.labels.hidden}`] : []),
        ].join('\n'),
        color: colorOf(sight),
        fields: [{ name: words.labels.trail, value: lines(words, sight, noteLength).join('\n') }],
      },
    ],
    components: latest === undefined ? [] : [actions(words, id, latest)],
    private: isSecret,
  };
}

/** Everyone at a glance: player characters first, then creatures. */
export function everyone(words: Words, sheets: readonly Sheet[]): Reply {
  const { labels } = words;
  const of = (kind: Character['kind']) => sheets.filter(({ character }) => character.kind === kind);
  const [players, creatures] = [of('pc'), of('npc')];
  const all = [
    ...players.map((one) => row(words, one)),
    ...(creatures.length > 0 && players.length > 0 ? [`**${labels.creatures}**`] : []),
    ...creatures.map((one) => row(words, one)),
  ];
  return {
    embeds: [{ description: all.length === 0 ? labels.nobody : fitting(words, all), color: neutral }],
    private: false,
  };
}

/** The hidden creatures with their numbers, for the DM alone. */
export function hiddenOnes(words: Words, sheets: readonly Sheet[]): Reply {
  const all = [...sheets.map((one) => row(words, one)), `-# ${words.labels.hidden}`];
  return { embeds: [{ description: fitting(words, all), color: neutral }], private: true };
}

/** One character as it was: nothing is changed from there. */
export function sheetThen(words: Words, { character, sight }: Sheet): Reply {
  const { labels } = words;
  const isSecret = character.hidden === true && sight.numbers;
  return {
    embeds: [
      {
        title: plain(character.name),
        description: [
          ...sight.entries.map((entry) => labels.asOf(entry.version, at(Date.parse(entry.at)))),
          ...body(words, sight),
          ...(isSecret ? [`-# ${labels.hidden}`] : []),
        ].join('\n'),
        color: colorOf(sight),
        fields: [{ name: labels.trailThen, value: lines(words, sight, noteLength).join('\n') }],
      },
    ],
    components: [toTrail(words, character.id)],
    private: isSecret,
  };
}

function body(words: Words, sight: Sight): string[] {
  if (!sight.numbers) return sight.entries.map(({ band }) => bandText(words, band));
  return sight.entries.flatMap(({ state, event }) => [
    ...gauge(words, state, event.rules),
    ...hitDiceLine(words, state),
    ...defenseLines(words, known(state.defenses)),
  ]);
}

/** `Hit dice 2d10 / 3d10`: those that are left, of all. */
function hitDiceLine({ die: letter, labels }: Words, { hitDice }: State): string[] {
  if (hitDice.length === 0) return [];
  const text = (which: 'left' | 'total') =>
    diceText(
      letter,
      hitDice.map((one) => ({ die: one.die, count: one[which] })),
    );
  return [labels.hitDice(`${text('left')} / ${text('total')}`)];
}

/** Without the kinds of defense of which there is none. */
function known(defenses: Defenses): Partial<Defenses> {
  return Object.fromEntries(Object.entries(defenses).filter(([, types]) => types.length > 0));
}

function colorOf(sight: Sight): number {
  const [first] = sight.numbers
    ? sight.entries.map(({ state }) => color(state))
    : sight.entries.map(({ band }) => bandColors[band]);
  return first ?? neutral;
}

function row(words: Words, { character, sight }: Sheet): string {
  const who = `**${plain(character.name)}**`;
  if (!sight.numbers) return `${who} ${sight.entries.map(({ band }) => bandText(words, band)).join('')}`;
  return sight.entries
    .map(({ state, event }) => {
      const condition = conditionWords(words, state, event.rules);
      return `${bar(state)} ${who} ${numbers(words, state)}${condition === '' ? '' : ` · ${condition}`}`;
    })
    .join('\n');
}

/** For whoever pressed a button under an answer that is not the latest any more: how it stands now, with buttons that are. */
export function overtaken(words: Words, { character, sight }: Sheet): Reply {
  const { embeds, ...rest } = sheet(words, { character, sight });
  const note = { description: words.labels.overtaken(plain(character.name)), color: warning };
  return { ...rest, embeds: [note, ...embeds], private: true };
}
