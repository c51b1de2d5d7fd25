/** What a person asked for, as plain data: the same whether it came by the gateway or over HTTP. */
export interface Request {
  /** Discord interaction id, a snowflake. */
  interaction: string;
  /** When the interaction was made, by Discord's clock. Milliseconds since 1970. */
  madeAt: number;
  /** Discord server (guild) id. */
  server: string;
  /** Discord channel id. */
  channel: string;
  person: Person;
  /** The reader's Discord language, `en-US` say. */
  locale: string;
  /** Raised when the person can no longer be answered: what is not yet on its way to the store must not be sent. */
  signal: AbortSignal;
}

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
