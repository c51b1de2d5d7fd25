import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
} from 'discord-api-types/v10';
import type { EventType } from '../rules/index.js';
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
  | { does: 'damage' | 'heal'; character: string; version: number }
  /** Takes back a change of one. */
  | ({ does: 'undo' } & Undoable)
  /** Takes back what one command did to several, or to those that were chosen. */
  | { does: 'undoAll' | 'undoSome' };

/** A change of one character that can be taken back. */
export interface Undoable {
  character: string;
  version: number;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The buttons under an answer about one character whose latest event is of this version and type. */
export function actions(
  { labels }: Words,
  character: string,
  { version, type }: { version: number; type: EventType },
): Row {
  const of = `${character}:${version}`;
  const label = type === 'Reverted' ? labels.redo : labels.undo;
  return row(
    button(labels.damage, ButtonStyle.Danger, `damage:${of}`),
    button(labels.heal, ButtonStyle.Success, `heal:${of}`),
    // what a trail begins with stays
    ...(type === 'Enrolled' ? [] : [button(label, ButtonStyle.Primary, `undo:${of}`)]),
    button(labels.log, ButtonStyle.Secondary, `trail:${character}`),
  );
}

/** So many can be chosen from in one menu. */
const mostChoices = 25;

/** Under an answer about several: takes all of it back, or for some. */
export function undoRows({ labels }: Words, changes: readonly (Undoable & { name: string })[]): Row[] {
  if (changes.length === 0) return [];
  const menus = Math.ceil(changes.length / mostChoices);
  return [
    row(button(labels.undoAll, ButtonStyle.Primary, 'undo-all')),
    ...Array.from({ length: menus }, (_, index) => {
      const choices = changes.slice(index * mostChoices, (index + 1) * mostChoices);
      return row({
        type: ComponentType.StringSelect,
        custom_id: `undo-some:${index}`,
        placeholder: labels.undoFor,
        options: choices.map(({ name, character, version }) => ({
          label: name,
          value: `${character}:${version}`,
        })),
      });
    }),
  ];
}

/** What the choices of such a menu mean; those of another version of this program are left out. */
export function readUndoable(values: readonly string[]): Undoable[] {
  return values.flatMap((value) => {
    const [, character, version] = /^([0-9a-f-]{36}):(\d{1,15})$/.exec(value) ?? [];
    return character === undefined ? [] : [{ character, version: Number(version) }];
  });
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
  const change = /^(damage|heal|undo):([0-9a-f-]{36}):(\d{1,15})$/.exec(customId);
  const [, does, subject, version] = change ?? [];
  if (subject !== undefined) {
    const of = { character: subject, version: Number(version) };
    if (does === 'damage' || does === 'heal') return { does, ...of };
    return { does: 'undo', ...of };
  }
  const [, trail] = /^trail:([0-9a-f-]{36})$/.exec(customId) ?? [];
  if (trail !== undefined) return { does: 'trail', character: trail };
  if (customId === 'undo-all') return { does: 'undoAll' };
  if (/^undo-some:\d$/.test(customId)) return { does: 'undoSome' };
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

function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
