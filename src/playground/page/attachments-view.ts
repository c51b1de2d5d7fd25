import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** The most that a picture takes of the channel. Pixels. */
const widest = 550;
const highest = 350;

/** The files of a message as Discord shows them: pictures as such, of others the name, the size and a link. */
export function attachmentsView(attachments: readonly APIAttachment[]) {
  if (attachments.length === 0) return nothing;
  return html`<div slot="attachments" class="attachments">
    ${attachments.map((one) =>
      one.content_type?.startsWith('image/') === true
        ? pictureView({ ...one, alt: one.description ?? one.filename })
        : fileView(one),
    )}
  </div>`;
}

/** A picture, which opens by itself in another window. */
export function pictureView({
  url,
  width,
  height,
  alt,
}: {
  url: string;
  width?: number | null;
  height?: number | null;
  alt: string;
}): TemplateResult {
  const scale = Math.min(1, widest / (width ?? widest), highest / (height ?? highest));
  const scaled = (length: number | null | undefined) =>
    length == null ? nothing : Math.round(length * scale);
  return html`<a class="picture" href=${here(url)} target="_blank" rel="noopener"
    ><img src=${here(url)} width=${scaled(width)} height=${scaled(height)} alt=${alt}
  /></a>`;
}

function fileView({ filename, size, url }: APIAttachment): TemplateResult {
  return html`<div class="file">
    <svg viewBox="0 0 30 40" aria-hidden="true">
      <path d="M4 1h15l10 10v28H4z" />
      <path d="M19 1v10h10" />
    </svg>
    <div class="about">
      <a href=${here(url)} download=${filename}>${filename}</a>
      <small>${weight(size)}</small>
    </div>
    <a class="download" href=${here(url)} download=${filename} aria-label=${`Download ${filename}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v12m-5-5 5 5 5-5M4 20h16" /></svg>
    </a>
  </div>`;
}

/** By whichever name of this machine the page was opened, its files are there too. */
export function here(url: string): string {
  const { pathname } = new URL(url);
  return pathname.startsWith('/attachments/') ? pathname : url;
}

/** `1.21 KB`, in the units of Discord's client. @param size bytes */
function weight(size: number): string {
  const units = ['bytes', 'KB', 'MB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  return `${Number((size / 1_024 ** power).toFixed(2))} ${units[power] ?? ''}`;
}
