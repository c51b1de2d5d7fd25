/**
 * Discord's time as this machine can know it. Interactions are dropped when they are too old to be answered, so a
 * machine whose own clock is some seconds off would drop them all, or none.
 */
export interface DiscordClock {
  /** Milliseconds since 1970, by Discord's clock. */
  now(): number;
  /** Learns from the `Date` header of an answer that has just arrived. */
  observe(date: string | null): void;
  /** By how much Discord's clock is ahead of this machine's. Milliseconds. */
  readonly ahead: number;
}

/** The header leaves out the milliseconds, and an answer may travel for a while. */
const uncertainty = 1_500;

/** @param machine this machine's clock, milliseconds since 1970. */
export function discordClock(machine: () => number = Date.now): DiscordClock {
  let ahead = 0;
  return {
    now: () => machine() + ahead,
    observe(date) {
      const sent = date === null ? NaN : Date.parse(date);
      if (Number.isNaN(sent)) return;
      const least = sent - machine();
      ahead = Math.min(Math.max(0, least), least + uncertainty);
    },
    get ahead() {
      return ahead;
    },
  };
}
