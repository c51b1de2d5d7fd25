import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { elementsOf, fieldsOf, isMenu, problemWith } from '../form.js';
import type { Field } from '../form.js';
import type { FieldValue, OpenModal, PlaygroundPerson } from '../protocol.js';
import { fieldView } from './form-field.js';
import { markdown } from './markdown.js';
import type { Names } from './markdown.js';

/** A bot's form. Emits `submit-form` with what was filled in, by custom id, and `close-form`. */
@customElement('hp-form')
export class FormDialog extends LitElement {
  @property({ attribute: false }) modal: OpenModal = { id: '', custom_id: '', title: '', components: [] };
  @property({ attribute: false }) bot: PlaygroundPerson | undefined;
  @property({ attribute: false }) people: readonly PlaygroundPerson[] = [];
  @property({ attribute: false }) names: Names = new Map();
  /** Why it was not taken; empty where nothing is wrong. */
  @property() problem = '';
  /** It was sent and is not answered yet. */
  @property({ type: Boolean }) busy = false;
  /** What is wrong with a field, by its custom id. */
  @state() private problems: ReadonlyMap<string, string> = new Map();

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  override disconnectedCallback(): void {
    // so that the focus goes back to where it was
    this.querySelector('dialog')?.close();
    super.disconnectedCallback();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close-form', { bubbles: true }));
  }

  private submit(form: HTMLFormElement): void {
    if (this.busy) return;
    const data = new FormData(form);
    const filled = fieldsOf(this.modal).map(({ field }): [Field, FieldValue] => {
      const texts = data.getAll(field.custom_id).map(String);
      return [field, isMenu(field) ? texts.filter((one) => one !== '') : (texts[0] ?? '')];
    });
    this.problems = new Map(
      filled.flatMap(([field, value]) => {
        const problem = problemWith(field, value);
        return problem === undefined ? [] : [[field.custom_id, problem]];
      }),
    );
    if (this.problems.size > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const detail = Object.fromEntries(filled.map(([{ custom_id: id }, value]) => [id, value]));
    this.dispatchEvent(new CustomEvent('submit-form', { detail, bubbles: true }));
  }

  override render() {
    const { modal, bot, people, names, busy, problem } = this;
    const elements = elementsOf(modal);
    const first = elements.findIndex(({ kind }) => kind === 'field');
    return html`<dialog
      class="form"
      aria-labelledby="form-title"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.close();
      }}
    >
      <form
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.submit(event.currentTarget as HTMLFormElement);
        }}
      >
        <div class="form-head">
          <img src=${bot?.avatar ?? nothing} alt="" />
          <h2 id="form-title">${modal.title}</h2>
          <button type="button" class="quiet" aria-label="Close" @click=${() => this.close()}>✕</button>
        </div>
        <div class="form-body">
          <p class="notice">This form goes to ${bot?.name}. Keep passwords and other secrets out of it.</p>
          ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
          ${elements.map((one, index) =>
            one.kind === 'text'
              ? html`<div>${markdown(one.text, names)}</div>`
              : fieldView(one, {
                  id: `field-${index}`,
                  autofocus: index === first,
                  problem: this.problems.get(one.field.custom_id),
                  people,
                }),
          )}
        </div>
        <div class="form-foot">
          <button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
          <button type="submit" class="primary" aria-disabled=${busy}>
            ${busy ? 'Sending …' : 'Submit'}
          </button>
        </div>
      </form>
    </dialog>`;
  }
}
