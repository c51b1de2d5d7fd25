/** Moves the focus among the entries of a menu; Tab leaves it. */
export function menuKey(event: KeyboardEvent, menu: HTMLElement): void {
  const entries = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = entries.findIndex((one) => one === document.activeElement);
  const steps: Partial<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = steps[event.key];
  if (next === undefined && event.key !== 'Tab') return;
  event.preventDefault();
  if (next === undefined) menu.hidePopover();
  else entries.at(next % entries.length)?.focus();
}
