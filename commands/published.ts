import type { Published } from '../src/ledger/index.js';

/** A version and a hash, or its first characters, with nothing of meaning between them. */
const pair = /(?<![a-z\d])v(?:ersion)?\s*([1-9]\d{0,14})[\s`*_|·•#:,;()[\]-]+([\da-f]{8,64})(?![a-z\d])/gi;

/** All hashes that are to be found in what someone pasted, lines of the feed say, each once. */
export function publishedIn(text: string): Published[] {
  const found = new Map<string, Published>();
  for (const [, version, digits = ''] of text.matchAll(pair)) {
    const hash = digits.toLowerCase();
    found.set(`${version} ${hash}`, { version: Number(version), hash });
  }
  return [...found.values()];
}
