import type { Event } from '../rules/index.js';
import type { Words } from '../words/index.js';
import type { Entry, Glimpse, Sight } from './entry.js';
import { bandText } from './gauge.js';
import { ago, person, plain, shortened, signed } from './text.js';

/** Entries in one line each: version, change, hit points after it, what it was, who did it and when, why. */
export function lines(words: Words, sight: Sight, noteLength: number): string[] {
  return sight.numbers
    ? sight.entries.map((entry) => line(words, entry, noteLength))
    : sight.entries.map((glimpse) => veiledLine(words, glimpse));
}

export function line(words: Words, entry: Entry, noteLength: number): string {
  const { version, event, by, at, corrected } = entry;
  const told = `${resultOf(words, entry)} · ${nameOf(words, event)}`;
  const what =
    corrected === undefined
      ? told
      : `~~${told}~~ · ${correctedText(words, corrected.version, corrected.event.type)}`;
  return `\`v${version}\` ${what} · ${person(by)} ${ago(at)}${noteText(words, event, noteLength)}`;
}

/** What players read of a hidden creature's entry. */
function veiledLine(words: Words, glimpse: Glimpse): string {
  const { version, by, at, corrected } = glimpse;
  const told = veiledResultOf(words, glimpse);
  const what =
    corrected === undefined
      ? told
      : `~~${told}~~ · ${correctedText(words, corrected.version, corrected.type)}`;
  return `\`v${version}\` ${what} · ${person(by)} ${ago(at)}`;
}

/** The change of hit points, and what they came to. */
export function resultOf(words: Words, { event, state }: Pick<Entry, 'event' | 'state'>): string {
  return `**${changeOf(words, event)}** → ${state.current}`;
}

/** What happened to a hidden creature, and how it was after it. */
export function veiledResultOf(words: Words, { type, band }: Pick<Glimpse, 'type' | 'band'>): string {
  return `${words.events[type]} → ${bandText(words, band)}`;
}

/** What an event is called; the taking back of a taking back has a word of its own. */
export function nameOf({ events, redone }: Words, event: Event): string {
  return event.type === 'Reverted' && event.details.again ? redone : events[event.type];
}

/** Why, where it was said, and there is room for it. @param length code points. */
export function noteText(words: Words, { note }: Event, length: number): string {
  return note === undefined || length === 0 ? '' : ` ${words.quoted(plain(shortened(note, length)))}`;
}

function correctedText({ labels }: Words, version: number, type: 'Reverted' | 'Amended'): string {
  return type === 'Reverted' ? `↩️ ${labels.takenBackIn(version)}` : `✏️ ${labels.putRightIn(version)}`;
}

/** The change of hit points with its sign; what came and changed none is given its own number. */
function changeOf({ labels }: Words, event: Event): string {
  if (event.type === 'Enrolled') return String(event.change);
  if (event.type === 'TemporaryGranted') return labels.temporary(event.details.amount);
  return event.change === 0 ? '±0' : signed(event.change);
}
