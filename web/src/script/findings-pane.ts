import { button, clamp, h, icons, kindColour, kindWords } from '../elements/dom.ts';
import { findingCard } from '../film/finding-card.ts';
import { readAll } from '../review/proposals.ts';
import { ReviewClient } from '../review/review-client.ts';
import { verdictMark } from '../review/verdicts.ts';
import type { Verdict } from '../elements/types.ts';
import { askName } from '../shell/ask-name.ts';
import { attempt } from '../shell/fault-note.ts';
import type { ProposalItem } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { checkScript } from './script-client.ts';
import { texts } from '../texts/texts.ts';

// The name of a finding of which the disk knows nothing.
const unsaved = 'unsaved:' as const;

/** What was found in the script, in the order of its lines, decided on in place. Fires `show` with the findings, `go` with the one that was chosen, `decided`. */
export class FindingsPane extends EventTarget {
  private readonly trouble = h('div', { class: 'trouble' });
  private readonly run = button(texts.script.check, null, () => void this.check(), { class: 'primary' });
  private readonly card = h('div', { class: 'card-here', 'aria-live': 'polite' });
  private readonly list = h('ol', { class: 'frame-findings script-findings' });
  private readonly none = h('p', { class: 'empty' });
  private readonly filter = h('select', { 'aria-label': texts.script.which, onchange: () => this.draw() }, h('option', { value: 'wait' }, texts.script.waiting), h('option', { value: 'all' }, texts.script.allFindings));
  private readonly actions = h('div', { class: 'actions', hidden: true },
    button(texts.acts.accept, icons.accept, () => void this.decide('accept'), { class: 'accept', 'aria-keyshortcuts': 'Alt+A' }),
    button(texts.acts.reject, icons.reject, () => void this.decide('reject'), { class: 'reject', 'aria-keyshortcuts': 'Alt+R' }),
    button(texts.acts.undo, icons.undo, () => void this.undo(), { class: 'undo', 'aria-keyshortcuts': 'Alt+U' }));
  private readonly reason = h('input', { type: 'text', placeholder: texts.review.reasonOptional, 'aria-label': texts.review.reason, maxlength: 400, hidden: true });
  private readonly first = h('p', { class: 'soft save-first', hidden: true }, texts.script.saveFirst);
  readonly element = h('div', { class: 'findings-here' }, this.trouble, h('div', { class: 'findings-head' }, this.filter, this.run), this.card, this.first, this.reason, this.actions, this.none, this.list);
  private readonly client: ReviewClient;
  private items: ProposalItem[] = [];
  private saved: ProposalItem[] = [];
  private isLive = false;
  private current: ProposalItem | null = null;

  constructor(private readonly work: string, private readonly context: Context, private isChecked: boolean) {
    super();
    this.client = new ReviewClient(work, context.studio, () => undefined);
    this.list.addEventListener('keydown', event => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const rows = [...this.list.querySelectorAll('button')];
      rows[clamp(rows.indexOf(event.target as HTMLButtonElement) + by, 0, rows.length - 1)]?.focus();
    });
  }

  /** Reads what is found now. */
  async read(): Promise<void> {
    if (this.isChecked) this.saved = (await readAll(this.work, { state: 'all', order: 'place' }, this.context.signal)).items;
    if (!this.isLive) this.items = this.saved;
    this.current = this.items.find(one => one.id === this.current?.id) ?? null;
    this.draw();
  }

  get isOn(): boolean { return this.isChecked; }

  /** What is found in a text that is not saved; null once it is. What was found in the saved one, too, is decided on as that. */
  live(items: ProposalItem[] | null): void {
    this.isLive = items !== null;
    this.items = items?.map(one => ({ ...one, id: this.saved.find(other => other.kind === one.kind && other.element === one.element && other.quote === one.quote)?.id ?? `${unsaved}${one.id}` })) ?? this.saved;
    this.current = this.items.find(one => one.id === this.current?.id) ?? null;
    this.draw();
  }

  /** Goes to the next that is listed, or the one before. */
  step(by: number): void {
    const listed = this.listed;
    const at = listed.findIndex(one => one.id === this.current?.id);
    const next = listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length];
    if (next) this.choose(next);
  }

  choose(item: ProposalItem | string): void {
    this.current = this.items.find(one => one.id === (typeof item === 'string' ? item : item.id)) ?? null;
    this.draw();
    if (this.current) this.dispatchEvent(new CustomEvent('go', { detail: this.current }));
  }

  async decide(verdict: Verdict): Promise<void> {
    const item = this.current;
    if (!item || item.id.startsWith(unsaved) || !(await askName(this.context.studio))) return;
    const reason = this.reason.value.trim();
    await attempt(this.trouble, async () => {
      await this.client.decide([item.id], verdict, reason || undefined);
      this.reason.value = '';
      this.context.say(texts.review.saved(kindWords(item.kind), verdict, null));
      const listed = this.listed;
      const next = listed[listed.findIndex(one => one.id === item.id) + 1];
      await this.read();
      this.dispatchEvent(new Event('decided'));
      if (next) this.choose(next);
    });
  }

  async undo(): Promise<void> {
    await attempt(this.trouble, async () => {
      const names = await this.client.undo();
      this.context.say(names === null ? texts.review.nothingToUndo : texts.review.undone);
      await this.read();
      this.dispatchEvent(new Event('decided'));
      const back = this.items.find(one => one.id === names?.[0]);
      if (back) this.choose(back);
    });
  }

  /** What is asked of it that only the review can do. */
  edit(): void {
    if (this.current) this.context.go(`/works/${this.work}?id=${encodeURIComponent(this.current.id)}`);
  }

  private async check(): Promise<void> {
    await attempt(this.trouble, async () => {
      await checkScript(this.work);
      this.isChecked = true;
      await this.read();
      this.context.say(this.none.hidden ? texts.finding.number(this.items.length) : this.none.textContent ?? '');
    });
  }

  private get listed(): ProposalItem[] { return this.filter.value === 'all' ? this.items : this.items.filter(one => one.now.verdict === 'wait'); }

  private draw(): void {
    const { current, listed } = this;
    this.run.hidden = this.isChecked;
    this.filter.hidden = !this.isChecked;
    this.none.hidden = listed.length > 0;
    this.none.textContent = !this.isChecked ? texts.script.notChecked : this.items.length === 0 ? texts.script.nothingFound : texts.script.nothingWaits;
    this.card.replaceChildren(...(current ? [findingCard(current)] : []));
    const isNew = current?.id.startsWith(unsaved) ?? false;
    this.actions.hidden = this.reason.hidden = current === null || isNew;
    this.first.hidden = !isNew;
    this.list.replaceChildren(...listed.map((one, i) => h('li', {}, h('button', {
      type: 'button', tabindex: one.id === current?.id || (!current && i === 0) ? 0 : -1, 'aria-current': one.id === current?.id ? 'true' : null, 'data-id': one.id, style: `--kind:${kindColour(one.kind)}`, onclick: () => this.choose(one),
    }, h('span', { class: 'kind' }, kindWords(one.kind)), h('span', { class: 'what soft' }, one.summary), h('span', { class: 'soft time' }, texts.percent(one.confidence)), verdictMark(one.now.verdict)))));
    this.dispatchEvent(new CustomEvent('show', { detail: { items: this.items, current: current?.id ?? '' } }));
  }
}
