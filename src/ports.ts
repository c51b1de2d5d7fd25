import { isNativeError } from 'node:util/types';
import { ConfigError } from './config.js';

/** What the system says where a port can't be had, in the words that follow "PORT is 8080, …". */
const reasons: Partial<Record<string, string>> = {
  EADDRINUSE: 'which another program has',
  EACCES: 'which this program may not have',
};

/**
 * Opens a port that a variable names.
 * @throws {ConfigError} where the port can't be had: one sentence that names the variable.
 */
export async function openPort<T>(variable: string, port: number, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const reason = isNativeError(cause) && 'code' in cause ? reasons[String(cause.code)] : undefined;
    if (reason === undefined) throw cause;
    throw new ConfigError(`${variable} is ${port}, ${reason}. Set ${variable} to one that is free.`, {
      cause,
    });
  }
}
