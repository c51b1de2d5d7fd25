/** How an interaction ended, as it is counted. `late`: it came too late to be answered; `busy`: there was no room for it. */
export type Ended = 'ok' | 'refused' | 'not_known' | 'fault' | 'late' | 'busy' | 'unanswered';

/** Is told what is served, by whoever counts it. */
export interface ServiceMeter {
  begun(): void;
  ended(): void;
  /**
   * @param command the words after `/hp`; or `button`, `form`, `menu`, `autocomplete`.
   * @param seconds from when the interaction was made to the answer.
   */
  answered(command: string, how: Ended, seconds: number): void;
}

export const noServiceMeter: ServiceMeter = {
  begun: () => undefined,
  ended: () => undefined,
  answered: () => undefined,
};

/** Is told how feeds and boards are kept. */
export interface WatchMeter {
  /** @param lag how long ago the oldest entry of a message was recorded. Seconds. */
  fed(lag: number): void;
  failed(which: 'feed' | 'board'): void;
}

export const noWatchMeter: WatchMeter = { fed: () => undefined, failed: () => undefined };
