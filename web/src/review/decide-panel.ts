import { button, h, icons, kindWords } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import type { Edit } from './review-client.ts';
import { findingCard } from '../film/finding-card.ts';
import { isLostFrame, LostFrame, type LostChoice } from './lost-frame.ts';
import type { ProposalItem } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

export type Scope = 'one' | 'like' | 'group';

export interface Choice { verdict: Verdict; scope: Scope; reason: string; edit?: Edit }

/** The finding in question, and what can be decided about it: alone, with all like it, or its whole group. */
export class DecidePanel {
  private scope: Scope = 'one';
  private item: ProposalItem | null = null;
  private readonly card = h('div', { class: 'card-place', role: 'group', 'aria-label': texts.finding.title, tabindex: '0', 'aria-live': 'polite' });
  private readonly asks = h('div', { class: 'asks', hidden: true });
  private readonly reason = h('input', { type: 'text', placeholder: texts.review.reasonOptional, 'aria-label': texts.review.reason, maxlength: 400 });
  private readonly scopes = h('div', { class: 'segmented scopes', role: 'group', 'aria-label': texts.review.about });
  private readonly actions = h('div', { class: 'actions' },
    button(texts.acts.accept, icons.accept, () => this.choose('accept'), { class: 'accept', 'aria-keyshortcuts': 'A' }),
    button(texts.acts.reject, icons.reject, () => this.choose('reject'), { class: 'reject', 'aria-keyshortcuts': 'R' }),
    button(texts.acts.edit, icons.edit, () => this.edit(), { class: 'edit', 'aria-keyshortcuts': 'E' }),
    button(texts.acts.undo, icons.undo, () => this.undo(), { class: 'undo', 'aria-keyshortcuts': 'U' }));
  readonly lost: LostFrame;
  /** Called when what a decision would be about changes. */
  widened: (item: ProposalItem, scope: Scope) => void = () => undefined;
  readonly fault = h('div');
  readonly extra = h('div');
  readonly element = h('section', { class: 'decide-panel', 'aria-label': texts.finding.title }, this.card, this.asks, this.extra, this.scopes, this.reason);

  constructor(
    private readonly decide: (choice: Choice) => void, private readonly edit: () => void, private readonly undo: () => void,
    private readonly reach: (item: ProposalItem, scope: Scope) => number | null, look: (choice: LostChoice | null) => void, private readonly split: () => void) {
    this.lost = new LostFrame(look, choice => this.choose(choice.verdict, choice.edit));
    this.element.append(this.lost.element, this.actions, this.fault);
    this.reason.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === 'Escape') this.reason.blur(); });
  }

  /** Whether what is proposed can be changed. */
  set editable(on: boolean) { this.actions.querySelector<HTMLElement>('.edit')?.toggleAttribute('hidden', !on); }

  show(item: ProposalItem | null): void {
    if (item?.id !== this.item?.id) {
      this.scope = 'one';
      this.reason.value = '';
    }
    this.item = item;
    this.element.hidden = item === null;
    this.lost.show(item !== null && isLostFrame(item));
    this.actions.classList.toggle('undo-only', !this.lost.element.hidden);
    if (!item) return;
    this.card.replaceChildren(findingCard(item));
    const { asks } = item;
    this.asks.hidden = !asks;
    if (asks) this.asks.replaceChildren(h('p', {}, texts.review.asks(asks.found, asks.waiting, asks.where)), button(texts.review.split, null, () => this.split(), { 'aria-keyshortcuts': 'O' }));
    this.tell();
  }

  choose(verdict: Verdict, edit?: Edit): void {
    if (!this.item) return;
    this.decide({ verdict, scope: this.scope, reason: this.reason.value.trim(), ...(edit ? { edit } : {}) });
    this.scope = 'one';
    this.tell();
  }

  /** The scope, or back to the one finding where it is that already. */
  widen(scope: Scope): void {
    this.scope = this.scope === scope ? 'one' : scope;
    this.tell();
  }

  tell(): void {
    const { item } = this;
    if (!item) return;
    const kind = kindWords(item.kind);
    const words: [Scope, string, string][] = [['one', texts.review.one, ''],
      ['like', texts.review.like, texts.review.likeTitle(kind)], ['group', texts.review.group, texts.review.groupTitle(kind)]];
    this.scopes.replaceChildren(...words.map(([scope, label, title]) => {
      const number = this.reach(item, scope);
      return h('button', { type: 'button', title, 'data-scope': scope, 'aria-pressed': String(this.scope === scope), onclick: () => this.widen(scope) }, label, number === null ? null : h('b', { class: 'time' }, texts.count(number)));
    }));
    this.element.dataset['scope'] = this.scope;
    this.widened(item, this.scope);
  }
}
