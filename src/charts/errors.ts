/** What all errors of the charts have in common. Their messages are for whoever runs the program. */
export abstract class ChartError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** A chart of no entries was asked for. */
export class NothingToDraw extends ChartError {
  readonly code = 'nothing-to-draw';
  constructor() {
    super('a chart needs at least one point');
  }
}

/** The drawing failed, its thread ended, or the charts were closed before it was done. */
export class NotDrawn extends ChartError {
  readonly code = 'not-drawn';
  constructor(reason: string, options?: ErrorOptions) {
    super(`the chart was not drawn: ${reason}`, options);
  }
}
