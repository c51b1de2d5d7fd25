const encoder = new TextEncoder();

/** Bytes for one file, filled with text. */
export interface Room {
  /** Adds the text, or nothing where it does not fit. @returns whether it did. */
  add(text: string): boolean;
  filled(): Uint8Array;
}

/** Room for so many bytes. It takes up memory only as far as it is filled. */
export function roomFor(limit: number): Room {
  const bytes = new Uint8Array(limit);
  let size = 0;
  return {
    add(text) {
      const { read, written } = encoder.encodeInto(text, bytes.subarray(size));
      if (read < text.length) return false;
      size += written;
      return true;
    },
    filled: () => bytes.subarray(0, size),
  };
}
