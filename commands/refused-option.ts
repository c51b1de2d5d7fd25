/** What is wrong with what was typed into an option, and what a message about it needs to say. */
export type RefusedOption =
  | { code: 'amount-not-a-number'; typed: string }
  | { code: 'amount-negative'; typed: string }
  | { code: 'amount-fraction'; typed: string }
  | { code: 'amount-too-large'; typed: string }
  /** Written in an unusual way: with zeros in front, or in another script's digits. */
  | { code: 'amount-unusual'; typed: string; meant: string }
  | { code: 'note-empty' }
  | { code: 'note-too-long'; length: number; most: number }
  /** What Discord's own client never sends. */
  | { code: 'option-malformed'; option: string };

/** An option that can't be understood: nothing was done. */
export class OptionRefusal extends Error {
  override name = 'OptionRefusal';
  constructor(readonly refused: RefusedOption) {
    super(refused.code);
  }
}
