/** Who asks. */
export interface Person {
  /** Discord user id. */
  id: string;
  /** The name that the server shows for this person. */
  name: string;
  /** Discord role ids. */
  roles: readonly string[];
  /** Has the permission Manage Server. */
  managesServer: boolean;
}

/** One interaction, as far as it matters to what is done. */
export interface Ask {
  /** Discord interaction id, a snowflake. */
  interaction: string;
  /** When the interaction was made, by Discord's clock. Milliseconds since 1970. */
  madeAt: number;
  /** By when the person should hear something. Milliseconds since 1970, by this machine's clock. */
  answerBy: number;
  /** Discord server (guild) id. */
  server: string;
  person: Person;
  /** Raised when the person can no longer be answered: what is not yet on its way to the store must not be sent. */
  signal: AbortSignal;
}
