import { z } from 'zod';

/** What the embedded store's process says when it has started, or can't, and why. */
export const fromChild = z.union([
  z.object({ port: z.int() }),
  z.object({ locked: z.literal(true) }),
  z.object({ failure: z.string() }),
]);
export type FromChild = z.infer<typeof fromChild>;
