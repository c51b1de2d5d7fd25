/** A component, so far as it can hold others and be numbered. */
interface Numbered {
  id?: number;
  components?: Numbered[];
  component?: Numbered;
}

/**
 * Copies components and numbers those without an id, in the order in which they are read, with what no other has.
 * https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
export function numbered<Component extends object>(given: readonly Component[]): Component[] {
  const components = structuredClone([...given]);
  const all = components.flatMap(everyIn);
  const taken = new Set(all.map(({ id }) => id));
  let last = 0;
  for (const one of all) {
    if (one.id) continue;
    do last += 1;
    while (taken.has(last));
    one.id = last;
  }
  return components;
}

function everyIn(component: Numbered): Numbered[] {
  const { components = [], component: inner } = component;
  return [component, ...components.flatMap(everyIn), ...(inner === undefined ? [] : everyIn(inner))];
}
