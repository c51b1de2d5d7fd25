/** How often programs are killed: HP_LEDGER_KILLS sets it. */
export const killsOr = (count: number) => Number(process.env.HP_LEDGER_KILLS ?? count);

/** How many answers of the store are lost: HP_LEDGER_LOSSES sets it. */
export const lossesOr = (count: number) => Number(process.env.HP_LEDGER_LOSSES ?? count);

/** HP_LEDGER_SEED repeats what was drawn in another run; not what the machine does meanwhile. */
export const seed = Number(process.env.HP_LEDGER_SEED ?? Date.now() % 1_000_000);

/** For so long the first program is stopped at its start (SIGSTOP). HP_LEDGER_PAUSE sets it, in seconds. Milliseconds. */
export const firstPauseMs = Number(process.env.HP_LEDGER_PAUSE ?? 0) * 1_000;
