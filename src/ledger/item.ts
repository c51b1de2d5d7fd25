import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import { z } from 'zod';
import type { EventBody, Recorded } from './types.js';

/** Keys in order, and nothing that JSON has no form for: RFC 8785. */
const canonical = configure({ strict: true });

/** A plain object of JSON. By hand, since `z.json()` takes several times as long, and each command waits for it. */
const json = z.custom<Record<string, unknown>>(
  (value) => isPlain(value) && isJson(value),
  'not a JSON object',
);

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isPlain(value) && Object.values(value).every(isJson);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const contentSchema = z.object({
  Id: z.string(),
  Version: z.int().min(1),
  EventId: z.string(),
  Type: z.string(),
  At: z.iso.datetime({ precision: 3 }),
  By: z.string(),
  Command: z.string(),
  Character: z.string(),
  Change: z.number().optional(),
  Note: z.string().optional(),
  Details: json,
  State: json,
  Schema: z.int().min(1),
  Rules: z.string().optional(),
});

/** An event as it is stored, every attribute. */
export const itemSchema = contentSchema.extend({ Hash: z.string() });
export type Item = z.infer<typeof itemSchema>;

/**
 * The item of an event, chained to the one before it.
 * @param previous the hash of that one, '' at version 1.
 * @throws {RangeError} on a number that would not come back as it is.
 */
export function itemOf(recorded: Omit<Recorded<object, EventBody>, 'hash'>, previous: string): Item {
  const { id, version, eventId, at, by, command, subject, event, state, schema } = recorded;
  const content = contentSchema.parse(
    asStored({
      Id: id,
      Version: version,
      EventId: eventId,
      Type: event.type,
      At: at,
      By: by,
      Command: command,
      Character: subject,
      Change: event.change,
      Note: event.note,
      Details: event.details,
      State: state,
      Schema: schema,
      Rules: event.rules,
    }),
  );
  return { ...content, Hash: hashOf(content, previous) };
}

/**
 * What chains an event to the one before it: SHA-256, in hexadecimal, over the hash of that one and the canonical JSON
 * (RFC 8785) of all attributes but `Hash`, whatever they are called.
 */
export function hashOf(attributes: Record<string, unknown>, previous: string): string {
  const content = Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'Hash'));
  return createHash('sha256')
    .update(previous + canonical(content))
    .digest('hex');
}

/** A value as it will come back from the store. */
export function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, storable));
}

function storable(key: string, value: unknown): unknown {
  // half of a pair is no character; the store would put another in its place
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (typeof value === 'number' && !/^-?[\d.]+$/.test(String(value)))
    throw new RangeError(`${key} can't be stored: ${value}`);
  return value;
}
