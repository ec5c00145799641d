import { button, h, kindWords } from '../elements/dom.ts';
import { filmPath, get, request } from '../shell/api.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import type { Film, Plan, Stage } from '../shell/model.ts';
import { optionField } from './option-field.ts';
import { PlanDraft } from './plan-draft.ts';
import { Preview } from './preview.ts';
import type { Screen } from './screen.ts';
import { texts } from '../texts/texts.ts';

const qualities: Plan['quality'][] = ['fast', 'balanced', 'best'];

/** The plan as a form made from the stage catalogue, with what the changed settings do to the shown frame. */
export class PlanPane {
  private readonly trouble = h('div');
  private readonly form = h('form', { class: 'plan-form' });
  private readonly quality = h('div', { class: 'segmented', role: 'group', 'aria-label': texts.plan.quality });
  private readonly save = button(texts.plan.save, null, () => void this.write(), { class: 'save-plan' });
  private readonly drop = button(texts.acts.discard, null, () => this.draft?.take(this.saved), { class: 'bare-text' });
  private readonly words = h('p', { class: 'soft preview-words', 'aria-live': 'polite' });
  readonly element = h('div', { class: 'plan-pane' }, this.trouble, this.form, h('div', { class: 'plan-foot' }, this.words, h('div', { class: 'row' }, this.drop, this.save)));
  private draft: PlanDraft | null = null;
  private saved: Plan = { quality: 'balanced', stages: [] };
  private tag = '';
  private readonly preview: Preview;

  constructor(private film: Film, screen: Screen, private readonly signal: AbortSignal) {
    this.preview = new Preview(film.id, screen, signal);
    this.preview.addEventListener('change', () => this.tell());
    this.form.addEventListener('submit', event => event.preventDefault());
  }

  /** Reads the plan, unless a person is changing it. */
  async show(film: Film): Promise<void> {
    this.film = film;
    if (this.draft && this.draft.changes > 0) return;
    await attempt(this.trouble, async () => {
      const plan = await this.read();
      if (this.draft) this.draft.take(plan);
      else this.build((await get<{ stages: Stage[] }>('/api/stages', this.signal)).stages, plan);
    });
  }

  /** What is previewed follows the shown frame while the pane is open. */
  set open(on: boolean) {
    this.preview.active = on && this.film.state !== 'new';
    if (on) this.tell();
  }

  frameShown(): void { if (this.draft && this.draft.changes > 0) this.preview.ask(this.draft.plan); }

  private async read(): Promise<Plan> {
    const response = await request('GET', filmPath(this.film.id, '/plan'), null, {}, this.signal);
    this.tag = response.headers.get('ETag') ?? '';
    this.saved = await response.json() as Plan;
    return this.saved;
  }

  private build(stages: Stage[], plan: Plan): void {
    const draft = new PlanDraft(stages, plan);
    this.draft = draft;
    this.quality.replaceChildren(...qualities.map(quality => button(texts.plan.qualities[quality], null, () => { draft.quality = quality; }, { 'data-quality': quality })));
    this.form.replaceChildren(h('div', { class: 'quality-line' }, h('span', {}, texts.plan.quality), this.quality), ...stages.map(stage => this.stage(draft, stage)));
    draft.addEventListener('change', () => {
      this.tell();
      if (draft.changes > 0) this.preview.ask(draft.plan);
      else this.preview.clear();
    });
    this.tell();
  }

  private stage(draft: PlanDraft, stage: Stage): HTMLElement {
    const on = h('input', { type: 'checkbox', role: 'switch', 'aria-label': stage.title, onchange: () => draft.turn(stage, on.checked) });
    const more = h('details', {}, h('summary', {}, h('span', {}, stage.title), h('span', { class: 'found soft', 'data-kinds': stage.kinds.join(' ') })),
      h('p', { class: 'soft' }, stage.summary), ...stage.options.map(option => optionField(draft, stage, option)));
    const part = h('section', { class: 'stage-part', 'data-stage': stage.id }, on, more);
    const tell = (): void => {
      on.checked = draft.isOn(stage);
      part.classList.toggle('off', !on.checked);
      part.classList.toggle('changed', draft.stageDiffers(stage) || stage.options.some(option => draft.differs(stage, option)));
    };
    draft.addEventListener('change', tell);
    tell();
    return part;
  }

  private tell(): void {
    const { draft, preview } = this;
    if (!draft) return;
    for (const one of this.quality.children) one.setAttribute('aria-pressed', String((one as HTMLElement).dataset['quality'] === draft.plan.quality));
    const { changes } = draft;
    this.save.disabled = this.drop.disabled = changes === 0;
    this.save.classList.toggle('primary', changes > 0);
    this.words.replaceChildren(preview.fault ? faultNote(preview.fault) : preview.words || (changes > 0 ? texts.plan.notSaved(changes) : ''));
    for (const place of this.form.querySelectorAll<HTMLElement>('.found')) {
      const found = preview.found.filter(one => place.dataset['kinds']?.split(' ').includes(one.kind));
      place.textContent = found.map(one => texts.plan.found(one.count, kindWords(one.kind))).join(', ');
    }
  }

  private async write(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    await attempt(this.trouble, async () => {
      const response = await request('PUT', filmPath(this.film.id, '/plan'), JSON.stringify(draft.plan), { 'Content-Type': 'application/json', 'If-Match': this.tag }, this.signal)
        .catch(async (cause: unknown) => {
          // Someone saved another plan meanwhile: what to save it over is known after reading it.
          if ((cause as { status?: number }).status === 412) await this.read();
          throw cause;
        });
      this.tag = response.headers.get('ETag') ?? this.tag;
      this.saved = await response.json() as Plan;
      draft.take(this.saved);
    });
  }
}
