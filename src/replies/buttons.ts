import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
} from 'discord-api-types/v10';
import type { Words } from '../words/index.js';

/** Which page of a trail a button leads to. */
export interface TrailButton {
  character: string;
  /** The version that the page begins with, 0 for the newest. */
  from: number;
  /** Under a message for one person's eyes. */
  privately: boolean;
  /** Discord user id. */
  by?: string;
  /** Milliseconds since 1970. */
  since?: number;
}

/** What a button under an answer does. */
export type Button =
  | { does: 'leaf'; page: TrailButton }
  | { does: 'trail'; character: string }
  /** `version`: of the character when the answer was given. */
  | { does: 'damage' | 'heal'; character: string; version: number };

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The buttons under an answer about one character at a version. */
export function actions({ labels }: Words, character: string, version: number): Row {
  return row(
    button(labels.damage, ButtonStyle.Danger, `damage:${character}:${version}`),
    button(labels.heal, ButtonStyle.Success, `heal:${character}:${version}`),
    button(labels.log, ButtonStyle.Secondary, `trail:${character}`),
  );
}

/** The button to a character's trail. */
export function toTrail({ labels }: Words, character: string): Row {
  return row(button(labels.log, ButtonStyle.Secondary, `trail:${character}`));
}

/** The buttons that leaf in a trail; one that leads nowhere is greyed out. */
export function leaves(
  { labels }: Words,
  page: Omit<TrailButton, 'from'>,
  { newer, older }: { newer?: number; older?: number },
): Row {
  const leaf = (label: string, from: number | undefined, direction: string) => ({
    ...button(label, ButtonStyle.Secondary, `log:${direction}:${trailId({ ...page, from: from ?? 0 })}`),
    disabled: from === undefined,
  });
  return row(leaf(labels.newer, newer, 'newer'), leaf(labels.older, older, 'older'));
}

/** What a button does; `undefined` for one of another version of this program. */
export function readButton(customId: string): Button | undefined {
  const change = /^(damage|heal):([0-9a-f-]{36}):(\d{1,15})$/.exec(customId);
  const [, does, subject, version] = change ?? [];
  if ((does === 'damage' || does === 'heal') && subject !== undefined)
    return { does, character: subject, version: Number(version) };
  const [, trail] = /^trail:([0-9a-f-]{36})$/.exec(customId) ?? [];
  if (trail !== undefined) return { does: 'trail', character: trail };
  const page = readTrailId(customId);
  return page === undefined ? undefined : { does: 'leaf', page };
}

function trailId({ character, from, privately, by, since }: TrailButton): string {
  return `${character}:${from}:${privately ? 'private' : 'open'}:${by ?? ''}:${since ?? ''}`;
}

const leafId = /^log:(?:newer|older):([0-9a-f-]{36}):(\d{1,15}):(private|open):(\d{0,20}):(\d{0,15})$/;

function readTrailId(customId: string): TrailButton | undefined {
  const [, character, from, eyes, by, since] = leafId.exec(customId) ?? [];
  if (character === undefined) return undefined;
  return {
    character,
    from: Number(from),
    privately: eyes === 'private',
    ...(by && { by }),
    ...(since && { since: Number(since) }),
  };
}

function button(
  label: string,
  style: APIButtonComponentWithCustomId['style'],
  id: string,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label, custom_id: id };
}

function row(...components: APIButtonComponentWithCustomId[]): Row {
  return { type: ComponentType.ActionRow, components };
}
