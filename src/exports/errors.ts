/** What all errors of an export have in common. Their messages are for whoever runs the program. */
export abstract class ExportError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** A row is larger than a whole file may be. */
export class RowTooLarge extends ExportError {
  readonly code = 'row-too-large';
  /**
   * @param row the first is 1, the header 0.
   * @param limit bytes.
   */
  constructor(
    readonly row: number,
    readonly limit: number,
  ) {
    super(`row ${row} does not fit into a file of ${limit} bytes`);
  }
}
