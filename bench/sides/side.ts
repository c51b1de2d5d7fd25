import type { Asked } from '../store.js';

/** A trail, to which one more entry is appended each time. */
export interface Trail {
  /** Before each append; not measured. */
  ready?: () => Promise<unknown>;
  append: () => Promise<unknown>;
}

/** A way of keeping hit points, on a store. */
export interface Side {
  name: string;
  /** So often it is measured at a length: less where it takes long. */
  runs(length: number): number;
  /** Makes a trail of so many entries. */
  prepare(length: number): Promise<Trail>;
  /** What was asked of the store since it was last reset. */
  asked: Asked;
  reset(): void;
  close(): Promise<void>;
}
