/** What all errors of the ledger have in common. Their messages are for whoever runs the program. */
export abstract class LedgerError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** There is no such stream. */
export class StreamNotFound extends LedgerError {
  readonly code = 'stream-not-found';
  constructor(readonly id: string) {
    super(`there is no stream ${id}`);
  }
}

/** The stream had not begun at that version or time, or has not come so far. */
export class NotThatFar extends LedgerError {
  readonly code = 'not-that-far';
  constructor(
    readonly id: string,
    readonly at: number | Date,
  ) {
    super(`stream ${id} has no event at ${at instanceof Date ? at.toISOString() : `version ${at}`}`);
  }
}

/** Others were faster, again and again. Nothing was recorded. */
export class VersionConflict extends LedgerError {
  readonly code = 'version-conflict';
  constructor(
    readonly id: string,
    readonly tries: number,
  ) {
    super(`stream ${id} was changed by others ${tries} times in a row`);
  }
}

/** Certainly nothing was recorded. */
export class NotRecorded extends LedgerError {
  readonly code = 'not-recorded';
  constructor(
    readonly reason: 'store-unavailable' | 'refused-by-store' | 'cancelled',
    options?: ErrorOptions,
  ) {
    super(`nothing was recorded: ${reason}`, options);
  }
}

/** It was waited for no longer before it was known whether an event that was sent is recorded. */
export class NotKnown extends LedgerError {
  readonly code = 'not-known';
  constructor(options?: ErrorOptions) {
    super('it was not waited for until it was known whether the event is recorded', options);
  }
}

/** A stored item is not what this program writes: it was altered, or written by a newer version of the program. */
export class UnreadableEvent extends LedgerError {
  readonly code = 'unreadable-event';
  constructor(
    readonly id: string,
    readonly version: number,
    options?: ErrorOptions,
  ) {
    super(`event ${version} of stream ${id} can't be read`, options);
  }
}

/** A table of this name is there, but it is not a ledger's. */
export class TableMismatch extends LedgerError {
  readonly code = 'table-mismatch';
  constructor(
    readonly table: string,
    readonly found: string,
  ) {
    super(
      `The table "${table}" is not one for a ledger: its key is ${found}; ` +
        'it has to be Id (a string, the partition key) and Version (a number, the sort key). ' +
        'Set TABLE_NAME to another name, and the table will be made.',
    );
  }
}

/** There is no ledger where one was to be read. */
export class LedgerMissing extends LedgerError {
  readonly code = 'ledger-missing';
  constructor(
    readonly where: string,
    options?: ErrorOptions,
  ) {
    super(`There is no ledger in ${where}. The configuration has to be that of the bot.`, options);
  }
}

/** Another program keeps its ledger in the same folder. */
export class StoreInUse extends LedgerError {
  readonly code = 'store-in-use';
  constructor(readonly dataDir: string) {
    super(
      `The ledger in ${dataDir} is in use by another program. Stop that one, or set DATA_DIR to another folder.`,
    );
  }
}

/** The store could not be opened. */
export class StoreUnavailable extends LedgerError {
  readonly code = 'store-unavailable';
}
