/** `A, B or C`: the first five of a list. */
export function either(names: readonly string[], or: string): string {
  const shown = names.slice(0, 5);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${or} ${last}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `7 slashing + 4 fire`: damage as it is typed; what is of no type comes last, as it has to. */
export function typedDamage<Type extends string>(
  parts: readonly { amount: number; type?: Type | undefined }[],
  names: Record<Type, string>,
): string {
  const typed = parts.flatMap(({ amount, type }) => (type === undefined ? [] : [`${amount} ${names[type]}`]));
  const untyped = parts.flatMap(({ amount, type }) => (type === undefined ? [String(amount)] : []));
  return [...typed, ...untyped].join(' + ');
}
