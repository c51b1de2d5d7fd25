import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import { z } from 'zod';
import type { EventBody, Recorded } from './types.js';

/** Keys in order, and nothing that JSON has no form for: RFC 8785. */
const canonical = configure({ strict: true });

/** An event as it is stored, every attribute. */
export const itemSchema = z.strictObject({
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
  Details: z.record(z.string(), z.unknown()),
  State: z.record(z.string(), z.unknown()),
  Schema: z.int().min(1),
  Rules: z.string().optional(),
  Hash: z.string(),
});
export type Item = z.infer<typeof itemSchema>;

/** The item of an event, chained to the one before it. @param previous the hash of that one, '' at version 1. */
export function itemOf(recorded: Omit<Recorded<object, EventBody>, 'hash'>, previous: string): Item {
  const { id, version, eventId, at, by, command, subject, event, state, schema } = recorded;
  const content = {
    Id: id,
    Version: version,
    EventId: eventId,
    Type: event.type,
    At: at,
    By: by,
    Command: command,
    Character: subject,
    ...(event.change !== undefined && { Change: event.change }),
    ...(event.note !== undefined && { Note: event.note }),
    ...(event.rules !== undefined && { Rules: event.rules }),
    Details: asStored(event.details),
    State: asStored(state),
    Schema: schema,
  };
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

/** Plain JSON, as it will come back. */
function asStored(value: object): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(value)));
}
