/** `A, B or C`: the first five of a list. */
export function either(names: readonly string[], or: string): string {
  const shown = names.slice(0, 5);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${or} ${last}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
