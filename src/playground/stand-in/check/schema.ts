import type { z } from 'zod';
import { required } from '../refusal.js';
import type { Wrong } from '../refusal.js';

/** What Discord's published schema finds wrong with a body. @param path where the body is within the request's. */
export function bySchema(schema: z.ZodType, body: unknown, path: readonly PropertyKey[] = []): Wrong[] {
  const { error } = schema.safeParse(body, { reportInput: true });
  return error === undefined ? [] : flat(error.issues, path);
}

/** The issues of a union are those of the alternative that came nearest. */
function flat(issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[]): Wrong[] {
  return issues.flatMap((issue) => {
    const here = [...path, ...issue.path];
    const alternatives = issue.code === 'invalid_union' ? issue.errors : [];
    const [nearest] = alternatives.map((one) => flat(one, here)).sort((a, b) => a.length - b.length);
    return nearest ?? [worded(issue, here)];
  });
}

/** An issue in the words and with the code that Discord has for it. */
function worded(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): Wrong {
  if (issue.code === 'invalid_type' && issue.input === undefined) return required(...path);
  const isNumber = 'origin' in issue && issue.origin === 'number';
  if (issue.code === 'too_big' && isNumber)
    return { path, code: 'NUMBER_TYPE_MAX', message: `Must be at most ${issue.maximum}.` };
  if (issue.code === 'too_small' && isNumber)
    return { path, code: 'NUMBER_TYPE_MIN', message: `Must be at least ${issue.minimum}.` };
  if (issue.code === 'too_big')
    return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  if (issue.code === 'too_small')
    return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  return { path, code: 'BASE_TYPE_BAD', message: 'Not a valid value.' };
}
