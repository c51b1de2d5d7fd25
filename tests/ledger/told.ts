import type { Transacted } from '../../src/ledger/index.js';
import type { Added, Count } from './counter.js';

/** What a person is told of a change. */
export function told(transacted: Transacted<Count, Added>) {
  if (transacted.outcome === 'unknown') return 'unknown';
  const { recorded, recent } = transacted;
  return { version: recorded.version, value: recorded.state.value, recent: recent.map((one) => one.version) };
}
