/** A process of its own that keeps hit points: is given hits, and says of each what a person would be told. */
import { openLedger, NotKnown, NotRecorded } from '../../src/ledger/index.js';
import type { LedgerConfig, Meta, Recording } from '../../src/ledger/index.js';
import { hitPoints } from '../../src/party/streams.js';
import type { Event, State } from '../../src/rules/index.js';
import type { Word } from './history.js';

/** A hit on a character. */
export interface Hit {
  character: string;
  meta: Meta;
}

/** What a person would be told, of which hit. */
export type Told = Word & { eventId: string };

/** A person is answered within; less than in truth, so that more is not known in time. Milliseconds. */
const answerWithin = 150;

const ledger = await openLedger(JSON.parse(process.argv[2] ?? '') as LedgerConfig);
const tell = (told: Told) => process.send?.(told);

process.on('message', ({ character, meta }: Hit) => {
  const { eventId } = meta;
  const recorded = ({ recorded: { version, state } }: Recording<State, Event>) =>
    tell({ eventId, what: 'recorded', version, current: state.current });
  const not = (error: unknown) => {
    if (error instanceof NotRecorded) tell({ eventId, what: 'nothing' });
    else if (!(error instanceof NotKnown)) throw error;
  };
  const command = { type: 'damage' as const, parts: [{ amount: 1 }] };
  const options = { answerBy: Date.now() + answerWithin };
  ledger.transact(hitPoints, character, { command, edition: '5.2' }, meta, options).then((transacted) => {
    if (transacted.outcome === 'recorded') return recorded(transacted);
    tell({ eventId, what: 'not-known' });
    return transacted.settled.then(recorded, not);
  }, not);
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
