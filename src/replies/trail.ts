import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Event } from '../rules/index.js';
import type { Entry } from './entry.js';
import { eventNames } from './english/happening.js';
import { labels } from './english/labels.js';
import { workings } from './english/workings.js';
import { color } from './gauge.js';
import type { Reply } from './reply.js';
import { ago, person, plain, shortened, signed } from './text.js';

/** As long as Discord lets an embed's description be, in UTF-16 units. */
const longestDescription = 4_096;
/** How long a note is on a page that would not hold it whole. Code points. */
const noteLengths = [200, 100, 50, 20];

/** An entry in one line: version, change, hit points after it, what it was, who did it and when, why. */
export function line({ version, event, state, by, at }: Entry, noteLength: number): string {
  const note = event.note === undefined ? '' : ` “${plain(shortened(event.note, noteLength))}”`;
  const when = `${person(by)} ${ago(at)}`;
  return `\`v${version}\` **${changeOf(event)}** → ${state.current} · ${eventNames[event.type]} · ${when}${note}`;
}

/** The change of hit points with its sign; what came and changed none is given its own number. */
function changeOf(event: Event): string {
  if (event.type === 'Enrolled') return String(event.change);
  if (event.type === 'TemporaryGranted') return labels.temporary(event.details.amount);
  return event.change === 0 ? '±0' : signed(event.change);
}

/** A page of the audit trail, newest first, with buttons to leaf. */
export function trail(
  { id, name }: { id: string; name: string },
  entries: readonly Entry[],
  { older, newer }: { older?: number; newer?: number },
): Reply {
  const [newest] = entries;
  return {
    embeds: [
      {
        title: labels.trailOf(plain(name)),
        description: page(entries),
        ...(newest !== undefined && { color: color(newest.state) }),
      },
    ],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [button(labels.newer, id, newer, 'newer'), button(labels.older, id, older, 'older')],
      },
    ],
    private: false,
  };
}

/** Which page a button under a trail leads to; `undefined` for any other button. */
export function readTrailButton(customId: string): { character: string; from: number } | undefined {
  const [, character, from] = /^log:([0-9a-f-]{36}):(\d{1,15}):(?:newer|older)$/.exec(customId) ?? [];
  return character === undefined || from === undefined ? undefined : { character, from: Number(from) };
}

function button(
  label: string,
  character: string,
  from: number | undefined,
  direction: 'newer' | 'older',
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: `log:${character}:${from ?? 0}:${direction}`,
    disabled: from === undefined,
  };
}

/** The entries with what the rules did under each; notes are shortened only where the page would not hold them. */
function page(entries: readonly Entry[]): string {
  const texts = noteLengths.map((length) => entries.map((entry) => withWorkings(entry, length)).join('\n'));
  return (
    texts.find((text) => text.length <= longestDescription) ??
    shortened(texts.at(-1) ?? '', longestDescription / 2)
  );
}

function withWorkings(entry: Entry, noteLength: number): string {
  const details = workings(entry.event);
  return details === '' ? line(entry, noteLength) : `${line(entry, noteLength)}\n-# ${details}`;
}
