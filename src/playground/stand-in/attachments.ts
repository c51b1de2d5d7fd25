import type { APIAttachment } from 'discord.js';
import { getMimeType } from 'hono/utils/mime';
import { invalidForm } from './refusal.js';

/** A file that came with a request. */
export interface Upload {
  /** By which the message's body names it: its place among the files. */
  place: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** An attachment as a message's body asks for it. */
interface Wanted {
  id: string | number;
  filename?: string;
  description?: string;
}

/** Files that the stand-in remembers; the oldest go first. */
const mostFiles = 200;

/** The files of messages, each at an address of its own. */
export class Attachments {
  readonly #files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  constructor(
    private readonly newId: () => string,
    /** What an address begins with. */
    private readonly origin: () => string,
  ) {}

  /**
   * What a message has after a request: the files that came, and of its old ones those that the body names, or all where it
   * names none. @param channel the message's. @throws {ApiRefusal} where the body names one that is not there.
   */
  after(
    channel: string,
    old: readonly APIAttachment[],
    wanted: readonly Wanted[] | null | undefined,
    uploads: readonly Upload[],
  ): APIAttachment[] {
    const known = new Set([...old.map(({ id }) => id), ...uploads.map(({ place }) => place)]);
    const lost = (wanted ?? []).findIndex(({ id }) => !known.has(String(id)));
    if (lost !== -1)
      throw invalidForm([
        { path: ['attachments', lost, 'id'], code: 'ATTACHMENT_NOT_FOUND', message: 'No such attachment' },
      ]);
    const wantedOf = (id: string) => wanted?.find((one) => String(one.id) === id);
    const kept = wanted == null ? old : old.filter(({ id }) => wantedOf(id) !== undefined);
    return [...kept, ...uploads.map((upload) => this.#keep(channel, upload, wantedOf(upload.place)))];
  }

  /** What is at an address. Opened by itself it can do nothing: no script of it runs on the page's origin. */
  serve(path: string): Response {
    const file = this.#files.get(path);
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(file.bytes, {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': isPicture(file.type) ? 'inline' : 'attachment',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  }

  #keep(channel: string, { name, bytes }: Upload, wanted: Wanted | undefined): APIAttachment {
    const id = this.newId();
    const filename = (wanted?.filename ?? name).replace(/[^\w.-]/g, '_');
    const path = `/attachments/${channel}/${id}/${filename}`;
    const type = getMimeType(filename) ?? 'application/octet-stream';
    this.#files.set(path, { bytes, type });
    const [oldest] = this.#files.keys();
    if (this.#files.size > mostFiles && oldest !== undefined) this.#files.delete(oldest);
    const url = `${this.origin()}${path}`;
    return {
      id,
      filename,
      size: bytes.length,
      url,
      proxy_url: url,
      content_type: type,
      ...(wanted?.description !== undefined && { description: wanted.description }),
      ...sizeOf(bytes),
    };
  }
}

/** Of the kinds that a browser shows. */
function isPicture(type: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(type);
}

/** The size of a picture in PNG, which stands at the head of its first chunk. Pixels. https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(bytes: Uint8Array<ArrayBuffer>): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = 0x89504e47;
  if (view.byteLength < 24 || view.getUint32(0) !== signature) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
