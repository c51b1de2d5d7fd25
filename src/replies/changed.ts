import { isCorrection } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { actions } from './buttons.js';
import { bandColors, color } from './color.js';
import { latestOf } from './entry.js';
import type { Character, Entry, Sight } from './entry.js';
import { bandText, gauge, numbers } from './gauge.js';
import { happening, veiledHappening } from './happening.js';
import { differenceLines } from './corrections.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';
import { plain, shortened } from './text.js';
import { workings } from './workings.js';

/** How many entries of the trail stand under an answer. */
const shown = 3;
/** How long their notes are there. Code points. */
const noteLength = 60;
/** How long Discord lets a field be; counted as it counts where all is in code points of one unit, with room for others. */
const longestField = 1_000;

/**
 * The answer to a change of hit points: what happened, the numbers, what the rules did, and the latest of the trail.
 * @param sight the newest first, beginning with the change itself.
 */
export function changed(words: Words, character: Character, sight: Sight): Reply {
  const latest = latestOf(sight);
  return {
    embeds: [
      {
        ...(sight.numbers
          ? numbered(words, character, sight.entries)
          : veiled(words, character, sight.entries)),
        fields: [
          ...differences(words, sight),
          {
            name: words.labels.trail,
            value: lines(words, sight, noteLength).slice(0, shown).join('\n'),
          },
        ],
      },
    ],
    components: latest === undefined ? [] : [actions(words, character.id, latest)],
    private: false,
  };
}

/** Under the answer to a correction: the events that came out differently because of it. */
function differences(words: Words, sight: Sight) {
  const [latest] = sight.numbers ? sight.entries : [];
  if (latest === undefined || !isCorrection(latest.event)) return [];
  const all = differenceLines(words, latest.event);
  return all.length === 0
    ? []
    : [{ name: words.labels.cameOutDifferently, value: shortened(all.join('\n'), longestField) }];
}

function numbered(words: Words, { name }: Character, [latest]: readonly Entry[]) {
  if (latest === undefined) return {};
  const { event, state } = latest;
  const details = isCorrection(event) ? '' : workings(words, event);
  return {
    title: happening(words, name, event, state),
    description: [
      ...gauge(words, state, event.rules, fromTo(words, latest)),
      ...(details === '' ? [] : [details]),
      ...(event.note === undefined ? [] : [`> ${plain(event.note)}`]),
    ].join('\n'),
    color: color(state),
  };
}

function veiled(words: Words, { name }: Character, entries: (Sight & { numbers: false })['entries']) {
  const [latest] = entries;
  if (latest === undefined) return {};
  return {
    title: veiledHappening(words, name, latest.type),
    description: bandText(words, latest.band),
    color: bandColors[latest.band],
  };
}

/** `24 → 17 / 31`, or `17 / 31` where nothing changed. */
export function fromTo(words: Words, { event: { type, change }, state }: Entry): string {
  const before = type === 'Enrolled' || change === 0 ? '' : `${state.current - change} → `;
  return before + numbers(words, state);
}
