import { z } from 'zod';
import type { FromPage, TypedOption } from './protocol.js';

const option: z.ZodType<TypedOption> = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]).exactOptional(),
  options: z.array(z.lazy(() => option)).exactOptional(),
  focused: z.boolean().exactOptional(),
});
const sent = { nonce: z.string(), channelId: z.string(), commandId: z.string() };
const typed = { ...sent, options: z.array(option) };
/** What a window of the page may say. */
export const fromPage: z.ZodType<FromPage> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...typed }),
  z.object({ kind: z.literal('autocomplete'), ...typed }),
  z.object({ kind: z.literal('choose'), ...sent, targetId: z.string() }),
  z.object({
    kind: z.literal('press'),
    nonce: z.string(),
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()).exactOptional(),
  }),
  z.object({
    kind: z.literal('submit'),
    nonce: z.string(),
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
]);
