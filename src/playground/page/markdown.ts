import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Names for the ids that a text mentions. */
export type Names = ReadonlyMap<string, string>;
type Shown = TemplateResult | string;

/** Discord's inline marks, the ones that come first in the text winning; what is escaped stands for itself. */
const inline =
  /\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|__(?<underlined>(?:\\.|[^\\])+?)__|\*(?<italic>(?:\\.|[^\\*])+?)\*|~~(?<struck>(?:\\.|[^\\])+?)~~|`(?<code>[^`]+)`|<@!?(?<person>\d+)>|<@&(?<role>\d+)>|<#(?<channel>\d+)>|<\/(?<command>[^:>]+):\d+>|<t:(?<time>-?\d+)(?::(?<style>[tTdDfFR]))?>/su;

/** A text with Discord's markdown, as far as a bot's answers use it. Text is never taken for HTML. */
export function markdown(text: string, names: Names): Shown[] {
  return text.split('\n').map((line) => {
    if (line.startsWith('-# ')) return html`<small class="subtext">${spans(line.slice(3), names)}</small>`;
    if (line.startsWith('> ')) return html`<blockquote>${spans(line.slice(2), names)}</blockquote>`;
    return html`<div class="line">${spans(line, names)}</div>`;
  });
}

/** One line of it. */
export function spans(text: string, names: Names): Shown[] {
  const shown: Shown[] = [];
  for (let rest = text; rest !== '';) {
    const match = inline.exec(rest);
    if (match === null) return [...shown, rest];
    shown.push(rest.slice(0, match.index), mark(match.groups ?? {}, names));
    rest = rest.slice(match.index + match[0].length);
  }
  return shown;
}

function mark(groups: Partial<Record<string, string>>, names: Names): Shown {
  const { escaped, bold, underlined, italic, struck, code, person, role, channel, command, time, style } =
    groups;
  if (escaped !== undefined) return escaped;
  if (bold !== undefined) return html`<strong>${spans(bold, names)}</strong>`;
  if (underlined !== undefined) return html`<u>${spans(underlined, names)}</u>`;
  if (italic !== undefined) return html`<em>${spans(italic, names)}</em>`;
  if (struck !== undefined) return html`<s>${spans(struck, names)}</s>`;
  if (code !== undefined) return html`<code>${code}</code>`;
  if (person !== undefined) return mention(`@${names.get(person) ?? 'unknown-user'}`);
  if (role !== undefined) return mention(`@${names.get(role) ?? 'unknown-role'}`);
  if (channel !== undefined) return mention(`#${names.get(channel) ?? 'unknown'}`);
  if (command !== undefined) return mention(`/${command}`);
  return when(Number(time), style);
}

function mention(text: string): Shown {
  return html`<span class="mention">${text}</span>`;
}

function when(seconds: number, style: string | undefined): Shown {
  const date = new Date(seconds * 1000);
  const full = date.toLocaleString();
  const text =
    style === 'R' ? relative(seconds - Date.now() / 1000) : style === 't' ? date.toLocaleTimeString() : full;
  return html`<time datetime=${date.toISOString()} title=${full}>${text}</time>`;
}

/** `3 minutes ago`. @param seconds from now, negative for the past. */
function relative(seconds: number): string {
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, length] = units.find(([, long]) => Math.abs(seconds) >= long) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(seconds / length), unit);
}
