import { drawBands, drawHitPoints } from '../src/charts/index.js';
import type { Mark } from '../src/charts/index.js';
import type { Sight } from '../src/party/index.js';
import { chart as chartReply } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import { bands, maximum } from '../src/rules/index.js';
import type { Words } from '../src/words/index.js';
import type { Command, Tools } from './command.js';
import { inLine } from './in-line.js';
import { oneTarget } from './options.js';
import { textOf } from './read.js';
import type { Options, Request } from './request.js';

/** As many entries as a chart shows, the latest. */
const most = 5_000;

export const chart: Command = {
  path: 'chart',
  looks: true,
  options: [oneTarget],
  // one is read while another is drawn; each holds all its entries
  run: inLine(made, { atOnce: 2, waiting: 20 }),
};

async function made(request: Request, options: Options, { party, words }: Tools): Promise<Reply> {
  const { character, versions, pages } = await party.history(request, textOf(options, 'target'), most);
  const sights: Sight[] = [];
  for await (const sight of pages) sights.push(sight);
  const picture = await draw(words, character.name, sights);
  const seesNumbers = sights.every(({ numbers }) => numbers);
  return chartReply(words, character, picture, {
    shown: Math.min(most, versions),
    versions,
    isPrivate: character.hidden === true && seesNumbers,
  });
}

function draw(words: Words, name: string, sights: Sight[]): Promise<Uint8Array> {
  const labels = { ...words.chart.labels, title: words.chart.title(name) };
  const entries = sights.flatMap((sight) => (sight.numbers ? sight.entries : []));
  const glimpses = sights.flatMap((sight) => (sight.numbers ? [] : sight.entries));
  if (glimpses.length === 0) {
    const points = entries.map(({ version, state }) => ({
      version,
      current: state.current,
      temporary: state.temporary,
      maximum: maximum(state),
    }));
    return drawHitPoints(
      marked(
        points,
        entries.map(({ state }) => state.condition),
      ),
      labels,
    );
  }
  const points = glimpses.map(({ version, band }) => ({
    version,
    band: bands.indexOf(band),
  }));
  const bandLabels = bands.map((band) => words.bands[band]);
  return drawBands(
    marked(
      points,
      glimpses.map(({ band }) => band),
    ),
    bandLabels,
    labels,
  );
}

/** The points with what is to be marked: where a character fell, died, or is back. */
function marked<Point extends object>(points: Point[], conditions: string[]): (Point & { mark?: Mark })[] {
  return points.map((point, index) => {
    const mark = markOf(conditions[index - 1], conditions[index]);
    return mark === undefined ? point : { ...point, mark };
  });
}

function markOf(before: string | undefined, now: string | undefined): Mark | undefined {
  const [was, is] = [howLow(before), howLow(now)];
  if (was === is) return undefined;
  if (is === 'up') return 'woke';
  return is;
}

function howLow(condition: string | undefined): 'up' | 'down' | 'dead' {
  if (condition === 'dead') return 'dead';
  return condition === 'dying' || condition === 'stable' || condition === 'down' ? 'down' : 'up';
}
