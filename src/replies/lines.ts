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

export function line(words: Words, { version, event, state, by, at }: Entry, noteLength: number): string {
  const note = event.note === undefined ? '' : ` ${words.quoted(plain(shortened(event.note, noteLength)))}`;
  const what = `**${changeOf(words, event)}** → ${state.current} · ${words.events[event.type]}`;
  return `\`v${version}\` ${what} · ${person(by)} ${ago(at)}${note}`;
}

/** What players read of a hidden creature's entry. */
function veiledLine(words: Words, { version, type, band, by, at }: Glimpse): string {
  return `\`v${version}\` ${words.events[type]} → ${bandText(words, band)} · ${person(by)} ${ago(at)}`;
}

/** The change of hit points with its sign; what came and changed none is given its own number. */
function changeOf({ labels }: Words, event: Event): string {
  if (event.type === 'Enrolled') return String(event.change);
  if (event.type === 'TemporaryGranted') return labels.temporary(event.details.amount);
  return event.change === 0 ? '±0' : signed(event.change);
}
