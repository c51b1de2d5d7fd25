/** A process of its own with a ledger on a store: is sent commands of the counter, says what came of each. */
import { openLedger } from '../../src/ledger/index.js';
import type { LedgerConfig, Meta } from '../../src/ledger/index.js';
import { counter } from './counter.js';
import { told } from './told.js';

export interface Commands {
  id: string;
  commands: { amount: number; meta: Meta }[];
  /** Milliseconds from now. */
  answerWithin: number;
}

const ledger = await openLedger(JSON.parse(process.argv[2] ?? '') as LedgerConfig);
process.on('message', ({ id, commands, answerWithin }: Commands) => {
  const answerBy = Date.now() + answerWithin;
  const answers = commands.map(({ amount, meta }) =>
    ledger.transact(counter, id, amount, meta, { answerBy }).then(told, (error: unknown) => String(error)),
  );
  void Promise.all(answers).then((all) => process.send?.(all));
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
