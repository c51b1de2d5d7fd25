/** What stands in for a language in which there are no words. https://discord.com/developers/docs/interactions/application-commands#locale-fallbacks */
const fallbacks = new Map([
  ['en-US', 'en-GB'],
  ['en-GB', 'en-US'],
  ['es-419', 'es-ES'],
]);

type Words = Partial<Record<string, string | null>> | null | undefined;

/** A command, an option or a choice. */
interface Named {
  name: string;
  name_localizations?: Words;
}

/** A command or an option. */
interface Described {
  description: string;
  description_localizations?: Words;
}

/** The name by which someone with this Discord language sees it. */
export function nameIn(locale: string, { name, name_localizations: words }: Named): string {
  return wordIn(locale, words) ?? name;
}

export function descriptionIn(
  locale: string,
  { description, description_localizations: words }: Described,
): string {
  return wordIn(locale, words) ?? description;
}

function wordIn(locale: string, words: Words): string | null | undefined {
  return words?.[locale] ?? words?.[fallbacks.get(locale) ?? locale];
}
