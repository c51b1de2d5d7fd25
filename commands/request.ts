import type { Ask } from '../src/party/index.js';

/** What a person asked for, as plain data: the same whether it came by the gateway or over HTTP. */
export interface Request extends Ask {
  /** The reader's Discord language, `en-US` say. */
  locale: string;
  /** The most that one file of an answer can have. Bytes. */
  attachmentLimit: number;
  /** Resolves once the last message about it has been sent, or none can be. */
  served: Promise<void>;
}

/** A button that was pressed, or a menu that was chosen from. */
export interface Pressed {
  customId: string;
  /** What was chosen. */
  chosen?: readonly string[];
  /** All that can be chosen from under the same message. */
  offered?: readonly string[];
}

/** The options of a subcommand as they were filled in, by name. */
export type Options = ReadonlyMap<string, string | number | boolean>;
