import { exportFiles } from '../src/exports/index.js';
import type { ExportFile, Row } from '../src/exports/index.js';
import type { Sight } from '../src/party/index.js';
import { exportColumns, exported, exportRows } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Words } from '../src/words/index.js';
import type { Command, Tools } from './command.js';
import { inLine } from './in-line.js';
import { choice, oneTarget } from './options.js';
import { choiceOf, refuse, textOf } from './read.js';
import type { Options, Request } from './request.js';

const formats = ['csv', 'jsonl'] as const;
/** Discord takes answers to an interaction for a quarter of an hour, so there is an end to how long one can be. */
const mostVersions = 250_000;

export const exportTrail: Command = {
  path: 'export',
  looks: true,
  options: [oneTarget, choice('format', formats, (words) => words.choices.formats)],
  private: true,
  // each holds two files at the most, and all of them have to be sent within that quarter of an hour
  run: inLine(made, { atOnce: 2, waiting: 8 }),
};

async function made(request: Request, options: Options, { party, words }: Tools): Promise<Reply> {
  const format = choiceOf(options, 'format', formats) ?? 'csv';
  const { character, versions, pages } = await party.history(request, textOf(options, 'target'));
  if (versions > mostVersions) refuse({ code: 'export-too-large', versions, most: mostVersions });
  const files = exportFiles(rows(words, pages), {
    format,
    columns: exportColumns,
    limit: request.attachmentLimit,
    name: character.name,
  });
  const first = await files.next();
  if (first.done === true) throw new Error(`the trail of ${character.id} gave no file`);
  const reply = (file: ExportFile): Reply => exported(words, character, file);
  return { ...reply(first.value), after: repliesOf(files, reply) };
}

async function* rows(words: Words, pages: AsyncIterable<Sight>): AsyncGenerator<Row[]> {
  for await (const sight of pages) yield exportRows(words, sight);
}

/** Made one at a time, as they are sent. */
async function* repliesOf(files: AsyncIterable<ExportFile>, reply: (file: ExportFile) => Reply) {
  for await (const file of files) yield reply(file);
}
