/** Where progress is told: stderr, say. */
interface Out {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** How long a line stands until there is another. Milliseconds. */
const standing = { terminal: 100, elsewhere: 10_000 };
/** Back to the beginning of the line, and away with what it says. */
const wipe = '\r\u001b[K';

/** Tells how far something has come: on a terminal in one line that changes, elsewhere in a line now and then. */
export function progressLine(out: Out, now: () => number = Date.now) {
  const isTerminal = out.isTTY === true;
  const stands = isTerminal ? standing.terminal : standing.elsewhere;
  let toldAt = now();
  return {
    tell(text: string): void {
      if (now() < toldAt + stands) return;
      toldAt = now();
      out.write(isTerminal ? `${wipe}${text}` : `${text}\n`);
    },
    /** Makes room for another line. */
    clear(): void {
      if (isTerminal) out.write(wipe);
    },
  };
}
