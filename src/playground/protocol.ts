/**
 * What the playground's page and the program say to each other over one WebSocket, as JSON text.
 * A page speaks as one person at a time; it is told only what that person would see in Discord.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ChannelType,
} from 'discord-api-types/v10';

/** Someone to speak as. */
export interface PlaygroundPerson {
  /** Discord user id. */
  id: string;
  name: string;
  /** Where the page finds the picture, on this server. */
  avatar: string;
  /** Shown beside the name, "Dungeon Master" say. */
  role: string;
  /** The colour of the name, `#rrggbb`. */
  color: string;
}

/** An option as a person filled it in; a subcommand or a group holds the options inside it. */
export interface TypedOption {
  name: string;
  type: number;
  value?: string | number | boolean;
  options?: TypedOption[];
  /** The option that is being typed, for autocomplete. */
  focused?: boolean;
}

/** A form as a person has it before them, by the id of the interaction that it answered. */
export interface OpenModal extends APIModalInteractionResponseCallbackData {
  id: string;
}

/** What a field of a form holds: a text, or what was chosen from a menu. */
export type FieldValue = string | readonly string[];

/** From the page. `nonce` comes back in whatever answers it. */
export type FromPage =
  | { kind: 'command'; nonce: string; channelId: string; commandId: string; options: TypedOption[] }
  | { kind: 'autocomplete'; nonce: string; channelId: string; commandId: string; options: TypedOption[] }
  | { kind: 'choose'; nonce: string; channelId: string; commandId: string; targetId: string }
  | { kind: 'press'; nonce: string; messageId: string; customId: string; values?: string[] }
  | { kind: 'submit'; nonce: string; modalId: string; values: Record<string, FieldValue> };

/** To the page. */
export type ToPage =
  | {
      kind: 'hello';
      person: PlaygroundPerson;
      /** The Discord language of whoever speaks. */
      locale: string;
      people: PlaygroundPerson[];
      bot: PlaygroundPerson;
      server: { id: string; name: string };
      roles: { id: string; name: string }[];
      channels: { id: string; name: string; type?: ChannelType }[];
      /** The channel in which the bot writes to this person alone. */
      directChannel: string;
      commands: APIApplicationCommand[];
      /** The newest of each channel, oldest first; ephemeral ones of other people are not among them. */
      messages: APIMessage[];
      botOnline: boolean;
    }
  | { kind: 'commands'; commands: APIApplicationCommand[] }
  /** A new message, or one that was edited (same id). */
  | { kind: 'message'; message: APIMessage }
  | { kind: 'deleted'; messageId: string }
  | { kind: 'choices'; nonce: string; choices: APIApplicationCommandOptionChoice[] }
  /** The bot has answered with a form. */
  | { kind: 'modal'; nonce: string; modal: OpenModal }
  /** The bot has answered; what it said comes as a message. */
  | { kind: 'acknowledged'; nonce: string }
  /** Discord's own words for a failure, "The application did not respond". */
  | { kind: 'failed'; nonce: string; reason: string }
  | { kind: 'bot'; online: boolean };
