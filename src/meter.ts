import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LedgerMeter } from './ledger/index.js';
import type { ServiceMeter, WatchMeter } from './discord/index.js';

/** All that is counted, in the form of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface Meter {
  ledger: LedgerMeter;
  service: ServiceMeter;
  watch: WatchMeter;
  /** How the shards are is asked for whenever it is read. @param states how many are in each state. */
  shards(states: () => ReadonlyMap<string, number>): void;
  contentType: string;
  text(): Promise<string>;
}

const answerBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2];
const lagBuckets = [0.5, 1, 2, 5, 15, 60, 600, 3_600];

export function createMeter(): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const to = { registers: [registry] };
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `hp_ledger_${name}`, help, labelNames, ...to });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: Label[] = [],
  ) => new Histogram({ name: `hp_ledger_${name}`, help, buckets, labelNames, ...to });

  const commands = counter('commands_total', 'Interactions by what they asked and how they ended.', [
    'command',
    'outcome',
  ]);
  const answers = histogram(
    'answer_seconds',
    'From when an interaction was made to its answer.',
    answerBuckets,
    ['command'],
  );
  const inFlight = new Gauge({ name: 'hp_ledger_in_flight', help: 'Interactions being served.', ...to });
  const requests = counter('store_requests_total', 'Requests to the store.', ['operation', 'outcome']);
  const took = histogram('store_request_seconds', 'What the store took over a request.', requestBuckets, [
    'operation',
  ]);
  const units = counter('capacity_units_total', 'Write and read units that the store counted.', [
    'operation',
  ]);
  const conflicts = counter('conflicts_total', 'Writes in whose place another event stood.');
  const recovered = counter('recovered_total', 'Writes that had landed though nobody knew: counted once.');
  const ends = counter('stream_ends_total', 'Commands by whether the end of the stream was remembered.', [
    'remembered',
  ]);
  const lag = histogram(
    'feed_lag_seconds',
    'From when an entry was recorded to its being posted.',
    lagBuckets,
  );
  const failures = counter('watch_failures_total', 'Feeds and boards that could not be kept just then.', [
    'which',
  ]);

  return {
    ledger: {
      request(operation, seconds, capacity, isFailed) {
        requests.inc({ operation, outcome: isFailed ? 'failed' : 'ok' });
        took.observe({ operation }, seconds);
        units.inc({ operation }, capacity);
      },
      conflict: () => conflicts.inc(),
      recovered: () => recovered.inc(),
      remembered: (isSo) => ends.inc({ remembered: String(isSo) }),
    },
    service: {
      begun: () => inFlight.inc(),
      ended: () => inFlight.dec(),
      answered(command, outcome, seconds) {
        commands.inc({ command, outcome });
        answers.observe({ command }, seconds);
      },
    },
    watch: {
      fed: (seconds) => lag.observe(seconds),
      failed: (which) => failures.inc({ which }),
    },
    shards(states) {
      new Gauge({
        name: 'hp_ledger_shards',
        help: 'Shards by how their connection to Discord is.',
        labelNames: ['state'],
        ...to,
        collect() {
          this.reset();
          for (const [state, count] of states()) this.set({ state }, count);
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
