export {
  LedgerError,
  LedgerMissing,
  NotKnown,
  NotRecorded,
  NotThatFar,
  StoreInUse,
  StoreUnavailable,
  StreamNotFound,
  TableMismatch,
  UnreadableEvent,
  VersionConflict,
} from './errors.js';
export { eventIdOf } from './event-id.js';
export type { Ledger } from './ledger.js';
export type { LedgerMeter } from './meter.js';
export { nodeNotice } from './node-version.js';
export { openExisting, openLedger } from './open.js';
export type { LedgerConfig } from './open.js';
export type { Page, ReadRange } from './read.js';
export type { Listed } from './streams.js';
export type {
  EventBody,
  Log,
  Meta,
  Past,
  Recorded,
  Recording,
  StoredBody,
  StreamType,
  Transacted,
  TransactOptions,
} from './types.js';
export type { Fault, Published, Traced, Verification, VerifyOptions, Wrong } from './verify.js';
