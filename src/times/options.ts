/** For whom a time is read, and when. */
export interface ReadTimeOptions {
  readonly now: Date;
  /** The language that is tried first; the other one is tried too. */
  readonly language: 'en' | 'de';
}
