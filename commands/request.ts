import type { Ask } from '../src/party/index.js';
import type { Words } from '../src/words/index.js';

/** What the bot needs in a channel to keep something there. */
export type ChannelPermission = keyof Words['channelPermissions'];

/** A channel that was named in an option. */
export interface NamedChannel {
  isThread: boolean;
  botMay: ReadonlySet<ChannelPermission>;
}

/** What a person asked for, as plain data: the same whether it came by the gateway or over HTTP. */
export interface Request extends Ask {
  /** The reader's Discord language, `en-US` say. */
  locale: string;
  /** The most that one file of an answer can have. Bytes. */
  attachmentLimit: number;
  /** Resolves once the last message about it has been sent, or none can be. */
  served: Promise<void>;
  /** The channels that the options name, by id; without those of which nothing is known. */
  channels?: ReadonlyMap<string, NamedChannel>;
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
