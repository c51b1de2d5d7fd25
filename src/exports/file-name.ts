/** A number and an ending follow: 60 characters in all are enough for them. */
const longestStem = 40;
/** What Windows takes for a device, whatever its ending. */
const device = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/**
 * A name as the beginning of a file's name: letters from a to z, digits and hyphens, which no system and no
 * chat rewrites. Where these leave nothing of the name it is `character-hp`.
 */
export function stemOf(name: string): string {
  const stem = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // by way of the capitals, which for ß are SS
    .toUpperCase()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestStem)
    .replace(/-$/, '');
  if (stem === '') return 'character-hp';
  return device.test(stem) ? `${stem}-hp` : stem;
}
