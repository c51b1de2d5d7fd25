import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Party } from '../src/party/index.js';
import { refusal } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import { explain } from './explain.js';
import { hp, subcommandAt } from './hp.js';
import { leaf } from './log.js';
import type { Options, Request } from './request.js';

/** All that people can ask of the bot. None of these rejects: what can't be done is answered to whoever asked. */
export interface Commands {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** @param path the words after `/hp`. */
  run(path: string[], options: Options, request: Request): Promise<Reply>;
  /** Completes the option that is being typed. */
  suggest(
    options: Options,
    focused: string,
    request: Request,
  ): Promise<APIApplicationCommandOptionChoice<string>[]>;
  /** A button under an answer. */
  press(customId: string, request: Request): Promise<Reply>;
  /** For whoever asks where there is no server. */
  onServersOnly(): Reply;
}

/** As many choices as Discord shows. */
const mostChoices = 25;

/** @param onFault told of what went wrong inside, which is never shown to people. */
export function createCommands(party: Party, onFault: (error: unknown, request: Request) => void): Commands {
  const guarded = async (request: Request, action: () => Promise<Reply>): Promise<Reply> => {
    const explained = (error: unknown) => explain(error, (fault) => onFault(fault, request));
    try {
      const reply = await action();
      return reply.later === undefined ? reply : { ...reply, later: reply.later.catch(explained) };
    } catch (error) {
      return explained(error);
    }
  };
  return {
    definition: hp,
    run: (path, options, request) =>
      guarded(request, async () => {
        const command = subcommandAt(path);
        return command === undefined
          ? refusal({ code: 'command-unknown' })
          : command.run(request, options, party);
      }),
    async suggest(options, focused, request) {
      const typed = options.get(focused);
      try {
        const names = await party.names(request, typeof typed === 'string' ? typed : '', mostChoices);
        return names.map((name) => ({ name, value: name }));
      } catch (error) {
        onFault(error, request);
        return [];
      }
    },
    press: (customId, request) =>
      guarded(
        request,
        async () => (await leaf(request, customId, party)) ?? refusal({ code: 'button-unknown' }),
      ),
    onServersOnly: () => refusal({ code: 'servers-only' }),
  };
}
