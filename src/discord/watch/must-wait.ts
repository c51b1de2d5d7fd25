/** Discord takes this request only later: whoever made it gives up its place until then. */
export class MustWait extends Error {
  override name = 'MustWait';
  constructor(
    /** How long. Milliseconds. */
    readonly wait: number,
    options?: ErrorOptions,
  ) {
    super(`Discord takes this only in ${Math.ceil(wait)} ms`, options);
  }
}
