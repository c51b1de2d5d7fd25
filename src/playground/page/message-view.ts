import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PlaygroundPerson } from '../protocol.js';
import { attachmentsView, here, pictureView } from './attachments-view.js';
import { componentsView } from './components-view.js';
import { markdown, spans } from './markdown.js';
import type { Scene } from './scene.js';

/** A message as Discord shows it. */
export function messageView(message: APIMessage, scene: Scene): TemplateResult {
  if (message.type === MessageType.ChannelPinnedMessage) return pinNotice(message, scene);
  const flags = message.flags ?? 0;
  const author = personOf(message.author.id, scene) ?? scene.bot;
  const loading = (flags & MessageFlags.Loading) !== 0;
  return html`<discord-message
    data-id=${message.id}
    author=${author.name}
    avatar=${author.avatar}
    .roleColor=${scene.light ? undefined : author.color}
    ?bot=${author === scene.bot}
    ?edited=${message.edited_timestamp !== null}
    ?ephemeral=${(flags & MessageFlags.Ephemeral) !== 0}
    ?light-theme=${scene.light}
    .timestamp=${new Date(message.timestamp)}
    .dismissMessageClicked=${() => scene.dismiss(message)}
    @contextmenu=${(event: MouseEvent) => {
      if (event.composedPath().some(isAuthor)) openMenu(event, author, scene);
    }}
  >
    ${usedBy(message, scene)}
    ${loading ? html`<span class="thinking">${scene.bot.name} is thinking<i></i><i></i><i></i></span>` : nothing}
    ${message.content === '' ? nothing : markdown(message.content, scene.names)}
    ${attachmentsView(message.attachments)} ${message.embeds.map((embed) => embedView(embed, scene))}
    ${componentsView(message, scene)}
  </discord-message>`;
}

/** That something was pinned. */
function pinNotice({ id, author, timestamp }: APIMessage, scene: Scene): TemplateResult {
  return html`<discord-system-message
    data-id=${id}
    type="pin"
    ?light-theme=${scene.light}
    .timestamp=${new Date(timestamp)}
    ><b>${personOf(author.id, scene)?.name}</b> pinned a message to this channel.</discord-system-message
  >`;
}

/** Who used which command, for a message that came of one. */
function usedBy({ interaction_metadata: metadata }: APIMessage, scene: Scene) {
  const cause =
    metadata !== undefined && 'triggering_interaction_metadata' in metadata
      ? metadata.triggering_interaction_metadata
      : metadata;
  const person = personOf(cause?.user.id, scene);
  if (cause === undefined || person === undefined || !('name' in cause)) return nothing;
  const name = String(cause.name);
  const target = 'target_user' in cause ? personOf(cause.target_user.id, scene) : undefined;
  const color = (one: PlaygroundPerson | undefined) => (scene.light ? undefined : one?.color);
  return html`<discord-command
    slot="reply"
    type=${target === undefined ? 'slash_command' : 'user_command'}
    author=${person.name}
    avatar=${person.avatar}
    .roleColor=${color(person)}
    ?light-theme=${scene.light}
    command=${target === undefined ? `/${name}` : name}
    .contextUserName=${target?.name}
    .contextUserAvatar=${target?.avatar}
    .contextUserRoleColor=${color(target)}
    @contextmenu=${(event: MouseEvent) => openMenu(event, person, scene)}
  ></discord-command>`;
}

function personOf(id: string | undefined, { people, bot }: Scene): PlaygroundPerson | undefined {
  return [...people, bot].find((one) => one.id === id);
}

/** Whether it is the picture or the name of a message's author. */
function isAuthor(target: EventTarget): boolean {
  return target instanceof Element && target.matches('.discord-author-avatar, discord-author-info');
}

function openMenu(event: MouseEvent, person: PlaygroundPerson, scene: Scene): void {
  if (scene.openMenu === undefined) return;
  event.preventDefault();
  scene.openMenu(person, { x: event.clientX, y: event.clientY });
}

function embedView(
  { title, description, color, fields = [], image, thumbnail, footer }: APIEmbed,
  { names, light }: Scene,
) {
  return html`<discord-embed
    slot="embeds"
    color=${color === undefined ? '#4e5058' : `#${color.toString(16).padStart(6, '0')}`}
    ?light-theme=${light}
    thumbnail=${thumbnail === undefined ? nothing : here(thumbnail.url)}
  >
    <discord-embed-description slot="description">
      ${title === undefined ? nothing : html`<div class="title">${spans(title, names)}</div>`}
      ${description === undefined ? nothing : markdown(description, names)}
    </discord-embed-description>
    ${
      fields.length === 0
        ? nothing
        : html`<discord-embed-fields slot="fields">
            ${fields.map(
              ({ name, value, inline }) =>
                html`<discord-embed-field field-title=${name} ?inline=${inline ?? false} ?light-theme=${light}
                  >${markdown(value, names)}</discord-embed-field
                >`,
            )}
          </discord-embed-fields>`
    }
    ${image === undefined ? nothing : html`<div slot="fields">${pictureView({ ...image, alt: title ?? 'Picture' })}</div>`}
    ${footer === undefined ? nothing : html`<discord-embed-footer slot="footer">${footer.text}</discord-embed-footer>`}
  </discord-embed>`;
}
