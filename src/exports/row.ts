/** One entry of the trail, flat. An object is plain JSON. */
export type Row = Readonly<Record<string, string | number | object | undefined>>;

/** How rows are written down. */
export interface Writing {
  /** What every file begins with. */
  readonly head: string;
  /** A row, with what ends it. */
  readonly line: (row: Row) => string;
}
