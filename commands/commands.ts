import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Chance } from '../src/dice/index.js';
import { PartyRefusal } from '../src/party/index.js';
import type { Party } from '../src/party/index.js';
import { readForm, refusal, sheet } from '../src/replies/index.js';
import type { Form, Reply } from '../src/replies/index.js';
import { leftAt } from '../src/roster/index.js';
import { wordsFor } from '../src/words/index.js';
import type { Refused } from '../src/words/index.js';
import type { Tools } from './command.js';
import { damaging } from './damage.js';
import { isExpected, refusedOf } from './explain.js';
import { healing } from './heal.js';
import { definitions, subcommandAt } from './hp.js';
import { answersPress, press } from './press.js';
import type { Options, Pressed, Request } from './request.js';

/** All that people can ask of the bot. None of these rejects: what can't be done is answered to whoever asked. */
export interface Commands {
  definitions: RESTPostAPIApplicationCommandsJSONBody[];
  /** Whether the answer to a subcommand is for its sender alone in any case. @param path the words after `/hp`. */
  isPrivate(path: string[]): boolean;
  run(path: string[], options: Options, request: Request): Promise<Reply>;
  /** Completes the option that is being typed. @param path the words after `/hp`. */
  suggest(
    path: string[],
    options: Options,
    focused: string,
    request: Request,
  ): Promise<APIApplicationCommandOptionChoice<string>[]>;
  /** A button or a menu under an answer. */
  press(pressed: Pressed, request: Request): Promise<Reply | Form>;
  /** Where the answer to a press goes: in place of the message, to whoever pressed alone, or to everyone. */
  answersPress(customId: string): 'in place' | 'privately' | 'openly';
  /** A form that was filled in. @param fields by their custom ids. */
  submit(customId: string, fields: Options, request: Request): Promise<Reply>;
  /** The entry of the menu on a person. @param person Discord user id. */
  inspect(person: string, request: Request): Promise<Reply>;
  /** For whoever asks where there is no server. */
  onServersOnly(locale: string): Reply;
  /** For whoever there is no room for now. */
  busy(locale: string): Reply;
  /** For whoever pressed a button whose form came too late to be shown. */
  formTooLate(locale: string): Reply;
}

export interface CommandsOptions {
  party: Party;
  /** Where dice come from. */
  chance: Chance;
  /** Told of what went wrong inside, which is never shown to people. */
  onFault: (error: unknown, request: Request) => void;
  /** Told of who tried what they may not. */
  onForbidden: (refused: PartyRefusal['refused'], request: Request) => void;
}

type Attempt<Answer> = (tools: Tools) => Promise<Answer>;

/** As many choices as Discord shows. */
const mostChoices = 25;
/** So many of them are left to those who retired, where there are so many. */
const leastFormer = 10;

export function createCommands({ party, chance, onFault, onForbidden }: CommandsOptions): Commands {
  const explain = (error: unknown, request: Request): Refused => {
    if (!isExpected(error)) onFault(error, request);
    if (error instanceof PartyRefusal && forbidden.has(error.refused.code))
      onForbidden(error.refused, request);
    return refusedOf(error);
  };
  const toolsFor = (request: Request): Tools => ({
    party,
    chance,
    words: wordsFor(request.locale),
    explain: (error) => explain(error, request),
  });
  async function guarded(request: Request, action: Attempt<Reply>): Promise<Reply>;
  async function guarded(request: Request, action: Attempt<Reply | Form>): Promise<Reply | Form>;
  async function guarded(request: Request, action: Attempt<Reply | Form>): Promise<Reply | Form> {
    const tools = toolsFor(request);
    const explained = (error: unknown): Reply => ({
      ...refusal(tools.words, tools.explain(error)),
      failed: isExpected(error) ? 'refused' : 'fault',
    });
    try {
      const answer = await action(tools);
      if ('form' in answer) return answer;
      const { later, after, ...reply } = answer;
      return {
        ...reply,
        ...(later && { later: later.catch(explained) }),
        ...(after && { after: orExplained(after, explained) }),
      };
    } catch (error) {
      return explained(error);
    }
  }

  return {
    definitions,
    isPrivate: (path) => subcommandAt(path)?.private === true,
    run: (path, options, request) =>
      guarded(request, async (tools) => {
        const command = subcommandAt(path);
        return command === undefined
          ? refusal(tools.words, { code: 'command-unknown' })
          : command.run(request, options, tools);
      }),
    async suggest(path, options, focused, request) {
      const value = options.get(focused);
      const typed = typeof value === 'string' ? value : '';
      try {
        return subcommandAt(path)?.looks === true
          ? await completionsToLookAt(party, request, typed)
          : await completions(party, request, typed);
      } catch (error) {
        onFault(error, request);
        return [];
      }
    },
    press: (pressed, request) => guarded(request, (tools) => press(request, pressed, tools)),
    answersPress,
    submit: (customId, fields, request) =>
      guarded(request, async (tools) => {
        const form = readForm(customId);
        if (form === undefined) return refusal(tools.words, { code: 'button-unknown' });
        const changing = form.does === 'damage' ? damaging : healing;
        return changing.runOn({ id: form.character }, request, fields, tools);
      }),
    inspect: (person, request) =>
      guarded(request, async ({ words }) => ({
        ...sheet(words, await party.sheetOfPerson(request, person)),
        private: true,
      })),
    onServersOnly: (locale) => refusal(wordsFor(locale), { code: 'servers-only' }),
    busy: (locale) => refusal(wordsFor(locale), { code: 'busy' }),
    formTooLate: (locale) => refusal(wordsFor(locale), { code: 'form-too-late' }),
  };
}

/** Messages that follow; where one can't be made, why. */
async function* orExplained(replies: NonNullable<Reply['after']>, explained: (error: unknown) => Reply) {
  try {
    yield* replies;
  } catch (error) {
    yield explained(error);
  }
}

const forbidden = new Set<string>(['not-allowed', 'dm-only']);

/** Names for the target that is being typed: of several, the last. */
async function completions(party: Party, request: Request, typed: string) {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const names = await party.names(request, typed.slice(before.length), mostChoices);
  return names
    .map((name) => `${before}${before === '' ? '' : ' '}${name}`)
    .filter((value) => value.length <= 100)
    .map((value) => ({ name: value, value }));
}

/** Names for the one who is to be looked at: the living, and those who retired, with when they left. */
async function completionsToLookAt(
  party: Party,
  request: Request,
  typed: string,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const { former } = wordsFor(request.locale);
  const [living, left] = await Promise.all([
    completions(party, request, typed),
    party.former(request, typed, mostChoices),
  ]);
  // many who are here leave room for those who are not
  const here = living.slice(0, mostChoices - Math.min(left.length, leastFormer));
  const gone = left.map(({ character: { id, name, retired }, isMeantByName }) => ({
    name: former(name, leftAt(retired)),
    value: isMeantByName ? name : id,
  }));
  return [...here, ...gone].slice(0, mostChoices);
}
