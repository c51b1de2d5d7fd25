/** How much of a hash is shown. Hexadecimal digits. */
const shown = 12;

/** A version and the beginning of its hash, as the feed has them and `/hp verify` takes them back. */
export function fingerprint(version: number, hash: string): string {
  return `\`v${version} ${hash.slice(0, shown)}\``;
}
