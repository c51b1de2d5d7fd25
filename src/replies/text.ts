/** What Discord's markdown gives a meaning to. */
const marks = /[\\*_~`|<>[\]()#:@-]/g;
/** Characters that turn the direction of what follows them, and control characters. */
const unruly = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What a person typed, shown as they typed it: no markdown, no mention, and without effect on the text around it. */
export function plain(typed: string): string {
  const text = typed.replace(unruly, '').replace(marks, '\\$&');
  // first-strong isolate … pop: the numbers beside it stay where they are
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** Shortened to so many code points, with an ellipsis. */
export function shortened(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}

/** A change with its sign, and a real minus. */
export function signed(change: number): string {
  return change < 0 ? `−${-change}` : `+${change}`;
}

/** A person, shown by name; in an embed this pings no one. */
export function person(id: string): string {
  return `<@${id}>`;
}

/** A role, shown by name. */
export function role(id: string): string {
  return `<@&${id}>`;
}

/** A channel, shown by name. */
export function channel(id: string): string {
  return `<#${id}>`;
}

/** A time, shown by each reader’s own clock and calendar. @param time milliseconds since 1970. */
export function at(time: number): string {
  return `<t:${Math.floor(time / 1000)}:f>`;
}

/** A time, shown by how long ago it is. */
export function ago(iso: string): string {
  return `<t:${Math.floor(Date.parse(iso) / 1000)}:R>`;
}
