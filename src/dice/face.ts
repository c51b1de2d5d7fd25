import { Results } from './roller.js';

/** What one die showed, with all that it showed before it was rolled again. */
export class Face extends Results.RollResult {
  readonly #values = [this.initialValue];

  override get value(): number {
    return super.value;
  }

  override set value(value: number) {
    this.#values.push(value);
    super.value = value;
  }

  /** `1→4ro` was rolled again, `6!` brought about the next die, `1^` counts as the least asked for, `2d` is dropped. */
  override toString(): string {
    const bounded = this.modifiers.has('min') || this.modifiers.has('max');
    return `${bounded ? this.initialValue : this.#values.join('→')}${this.modifierFlags}`;
  }
}
