import type { Sheet } from './entry.js';
import { conditionWords, labels } from './english/labels.js';
import { bar, color, gauge, numbers } from './gauge.js';
import type { Reply } from './reply.js';
import { person, plain } from './text.js';
import { line } from './trail.js';

/** How much of an embed's description the party may fill. UTF-16 units. */
const longestParty = 3_900;

/** One character as it is now. */
export function sheet({ name, owner, latest }: Sheet): Reply {
  return {
    embeds: [
      {
        title: plain(name),
        description: [...gauge(latest.state), `${labels.owner} ${person(owner)}`].join('\n'),
        color: color(latest.state),
        fields: [{ name: labels.trail, value: line(latest, 100) }],
      },
    ],
    private: false,
  };
}

/** Everyone at a glance: player characters first, then creatures. */
export function everyone(sheets: readonly Sheet[]): Reply {
  const players = sheets.filter(({ kind }) => kind === 'pc');
  const creatures = sheets.filter(({ kind }) => kind === 'npc');
  const lines = [
    ...players.map(row),
    ...(creatures.length > 0 && players.length > 0 ? [`**${labels.creatures}**`] : []),
    ...creatures.map(row),
  ];
  return {
    embeds: [{ description: sheets.length === 0 ? labels.nobody : fitting(lines), color: 0x5865f2 }],
    private: false,
  };
}

function row({ name, latest: { state } }: Sheet): string {
  const condition = conditionWords(state);
  return `${bar(state)} **${plain(name)}** ${numbers(state)}${condition === '' ? '' : ` · ${condition}`}`;
}

/** As many lines as an answer holds, and how many more there are. */
function fitting(lines: string[]): string {
  let length = 0;
  const fit = lines.filter((line) => (length += line.length + 1) <= longestParty);
  const left = lines.length - fit.length;
  return [...fit, ...(left > 0 ? [labels.andMore(left)] : [])].join('\n');
}
