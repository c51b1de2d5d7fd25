import { MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { refusal } from '../../src/replies/index.js';
import { english } from '../../src/words/index.js';
import type { Word } from './history.js';

const codes = ['store-unavailable', 'busy'] as const;
const neverKnown = refusal(english, { code: 'not-known' }).embeds[0]?.description;
const nothing = codes.map((code) => refusal(english, { code }).embeds[0]?.description);

/** What a person reads of a hit in the answer to it; `undefined` where that is something else. */
export function wordIn({ embeds: [embed], flags }: APIMessage): Word | undefined {
  // "is thinking …" promises an answer
  if (((flags ?? 0) & MessageFlags.Loading) !== 0) return { what: 'not-known' };
  const { description = '', fields: [trail] = [] } = embed ?? {};
  if (description === english.notKnown || description === neverKnown) return { what: 'not-known' };
  if (nothing.includes(description)) return { what: 'nothing' };
  const version = /^`v(\d+)` /.exec(trail?.value ?? '')?.[1];
  const current = /^\*\*\d+ → (\d+) \/ \d+\*\*$/m.exec(description)?.[1];
  if (version === undefined || current === undefined) return undefined;
  return { what: 'recorded', version: Number(version), current: Number(current) };
}
