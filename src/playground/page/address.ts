/** What a window's address says of what it is to show: who speaks (`as`), in which `locale`, and in which `channel`. */
export function wanted(what: 'as' | 'locale' | 'channel'): string | null {
  return new URL(location.href).searchParams.get(what);
}

/** Keeps in the address what the window shows, so that it shows the same when it is opened again. */
export function remember(shown: Partial<Record<Parameters<typeof wanted>[0], string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(shown)) url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}
