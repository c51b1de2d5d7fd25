import type { NotedLine } from '../src/party/index.js';

/** A version and a hash, or its first characters, with nothing of meaning between them. */
const pair = /(?<![a-z\d])v(?:ersion)?\s*([1-9]\d{0,14})[\s`*_|·•#:,;()[\]-]+([\da-f]{8,64})(?![a-z\d])/gi;
/** A name as the feed sets it apart, right behind the hash. A backslash takes the meaning from what follows it. */
const bold = /^[\s`]*\*\*((?:\\.|[^\\*])+)\*\*/u;
/** A name with what the feed says behind it, `Thorin −7 → 19` or `Thorin 19 / 31`, once the markdown is gone. */
const told = /^(.{1,64}?)\s+\*{0,2}[−+±-]?\d{1,9}\*{0,2}(?:\s\p{L}{1,20}){0,2}\s+[→/]/u;
/** As much as is looked at behind a hash: a name has 32 characters, each with a backslash before it. UTF-16 units. */
const lookAhead = 200;

/** All hashes that are to be found in what someone pasted, lines of the feed say, each once, with whom the line names. */
export function publishedIn(text: string): NotedLine[] {
  const found = new Map<string, NotedLine>();
  const pairs = [...text.matchAll(pair)];
  pairs.forEach((match, index) => {
    const [all, version, digits = ''] = match;
    const hash = digits.toLowerCase();
    const from = match.index + all.length;
    const behind = text.slice(from, Math.min(pairs[index + 1]?.index ?? Infinity, from + lookAhead));
    const line = { version: Number(version), hash, ...namedIn(behind) };
    found.set(JSON.stringify(line), line);
  });
  return [...found.values()];
}

/** Whom a line names behind its hash: for certain, where it has the form of the feed; else perhaps. */
function namedIn(behind: string): Pick<NotedLine, 'name' | 'text'> {
  const [line = ''] = behind.split(/[\r\n]/u);
  const name = bold.exec(line)?.[1];
  if (name !== undefined) return { name: unescaped(name).trim() };
  const text = line.replace(/`/gu, '').trim();
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return {};
  const before = told.exec(text)?.[1];
  return { text, ...(before !== undefined && { name: before }) };
}

function unescaped(markdown: string): string {
  return markdown.replace(/\\(.)/gu, '$1');
}
