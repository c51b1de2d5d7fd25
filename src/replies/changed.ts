import type { Entry } from './entry.js';
import { happening } from './english/happening.js';
import { labels } from './english/labels.js';
import { workings } from './english/workings.js';
import { color, gauge, numbers } from './gauge.js';
import type { Reply } from './reply.js';
import { plain } from './text.js';
import { line } from './trail.js';

/** How many entries of the trail stand under an answer. */
const shown = 3;

/**
 * The answer to a change of hit points: what happened, the numbers, what the rules did, and the latest of the trail.
 * @param recent the newest first, beginning with the change itself.
 */
export function changed(name: string, latest: Entry, recent: readonly Entry[]): Reply {
  const { event, state } = latest;
  const details = workings(event);
  return {
    embeds: [
      {
        title: happening(name, event, state),
        description: [
          ...gauge(state, fromTo(latest)),
          ...(details === '' ? [] : [details]),
          ...(event.note === undefined ? [] : [`> ${plain(event.note)}`]),
        ].join('\n'),
        color: color(state),
        fields: [
          {
            name: labels.trail,
            value: recent
              .slice(0, shown)
              .map((one) => line(one, 60))
              .join('\n'),
          },
        ],
      },
    ],
    private: false,
  };
}

/** `24 → 17 / 31`, or `17 / 31` where nothing changed. */
function fromTo({ event: { type, change }, state }: Entry): string {
  const before = type === 'Enrolled' || change === 0 ? '' : `${state.current - change} → `;
  return before + numbers(state);
}
