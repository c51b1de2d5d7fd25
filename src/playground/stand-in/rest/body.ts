import type { Context } from 'hono';
import type { Upload } from '../attachments.js';
import { invalidForm, refusals } from '../refusal.js';
import type { World } from '../world.js';

/** A request's body: JSON, and the files that came with it. */
export interface Body {
  json: unknown;
  files: Upload[];
}

/**
 * Reads a body of JSON, or a form of files with the JSON in it. @throws {ApiRefusal} where it is neither, or too large.
 * https://discord.com/developers/docs/reference#uploading-files
 */
export async function bodyOf(
  context: Context,
  { attachmentSizeLimit: most }: Pick<World, 'attachmentSizeLimit'>,
): Promise<Body> {
  const { req } = context;
  if (!req.header('content-type')?.startsWith('multipart/form-data'))
    return { json: parsed(await req.text()), files: [] };
  const form = await formOf(context);
  const { payload_json: json } = form;
  const files = await Promise.all(Object.entries(form).flatMap(([key, file]) => uploadOf(key, file)));
  if (files.some(({ bytes }) => bytes.length > most)) throw refusals.tooLarge();
  return { json: parsed(typeof json === 'string' ? json : '{}'), files };
}

async function formOf({ req }: Context): Promise<Record<string, string | File>> {
  try {
    return await req.parseBody();
  } catch {
    throw invalidForm([{ path: [], code: 'FORM_INVALID', message: 'The form can not be read.' }]);
  }
}

function uploadOf(key: string, file: string | File): Promise<Upload>[] {
  const place = /^files\[(\d+)\]$/.exec(key)?.[1];
  if (place === undefined || typeof file === 'string') return [];
  return [file.arrayBuffer().then((bytes) => ({ place, name: file.name, bytes: new Uint8Array(bytes) }))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = 'The request body contains invalid JSON.';
    throw invalidForm([{ path: [], code: 'JSON_INVALID', message }]);
  }
}
