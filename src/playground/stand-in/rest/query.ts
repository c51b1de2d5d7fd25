import type { Context } from 'hono';
import { z } from 'zod';
import { bySchema } from '../check/schema.js';
import { refuseIf } from '../refusal.js';

/** How many of a list are wanted. */
export const limitOf = (most: number) => z.coerce.number().int().min(1).max(most).default(50);

/** What a request asks for in its address. @throws {ApiRefusal} */
export function queryOf<T>(schema: z.ZodType<T>, { req }: Context): T {
  const query = req.query();
  refuseIf(bySchema(schema, query));
  return schema.parse(query);
}
