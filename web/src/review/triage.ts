import { h, kindColour, kindWords } from '../elements/dom.ts';
import type { ReviewGroup, Unmatched } from '../shell/model.ts';
import { inGroup, type Filter, type QueueState } from './queue.ts';
import { Threshold } from './threshold.ts';
import { verdictMark } from './verdicts.ts';
import { texts } from '../texts/texts.ts';

const states: QueueState[] = ['waiting', 'applied', 'rejected', 'all'];

/** What there is to decide, by kind and part. Fires `filter` when a person looks at a part of it. */
export class Triage extends EventTarget {
  private groups: ReviewGroup[] = [];
  private filter: Filter = { state: 'waiting', part: null, kind: null };
  private readonly states = h('div', { class: 'segmented states', role: 'group', 'aria-label': texts.review.decision });
  private readonly kinds = h('div', { class: 'kinds' });
  private readonly lost = h('details', { hidden: true });
  private readonly thresholds = new Map<string, Threshold>();
  readonly element = h('aside', { class: 'triage', 'aria-label': texts.review.toDecide }, this.states, this.kinds, this.lost);

  constructor(private readonly threshold: (kind: string) => Threshold, private readonly parts: (part: string) => string) { super(); }

  get shown(): Filter { return this.filter; }

  show(groups: ReviewGroup[], filter: Filter): void {
    [this.groups, this.filter] = [groups, filter];
    const focused = this.element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['key'] : null;
    this.states.replaceChildren(...states.map(state => h('button', {
      type: 'button', 'aria-pressed': String(filter.state === state), 'data-key': state, onclick: () => this.look({ state, part: filter.part, kind: filter.kind }),
    }, h('span', {}, texts.review.states[state]), h('b', { class: 'time' }, texts.count(sum(groups, state))))));
    const kinds = [...new Set(groups.map(group => group.kind))];
    this.kinds.replaceChildren(this.all(), ...kinds.map(kind => this.kind(kind)));
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Decisions that fit nothing any more are kept, and said. */
  set unmatched(decisions: Unmatched[]) {
    this.lost.hidden = decisions.length === 0;
    this.lost.replaceChildren(h('summary', {}, texts.review.unmatched(decisions.length)),
      h('ul', {}, ...decisions.map(one => h('li', {}, verdictMark(one.verdict), texts.review.unmatchedAt(kindWords(one.kind), one.where, one.state), h('span', { class: 'soft' }, ` · ${one.by}`)))));
  }

  private look(filter: Filter): void { this.dispatchEvent(new CustomEvent('filter', { detail: filter })); }

  private all(): HTMLElement {
    const { filter } = this;
    return this.line('*', texts.review.everyKind, '', sum(this.groups, filter.state), filter.kind === null && filter.part === null, { state: filter.state, kind: null, part: null });
  }

  private kind(kind: string): HTMLElement {
    const { filter } = this;
    const groups = this.groups.filter(group => group.kind === kind);
    const open = filter.kind === kind;
    const parts = groups.filter(group => inGroup(group, filter.state) > 0).slice(0, 200);
    if (!this.thresholds.has(kind)) this.thresholds.set(kind, this.threshold(kind));
    return h('section', { class: 'kind-part', 'aria-label': kindWords(kind) },
      this.line(kind, kindWords(kind), kindColour(kind), sum(groups, filter.state), open && filter.part === null, { state: filter.state, kind, part: null }),
      open ? this.thresholds.get(kind)?.element : null,
      open && groups.length > 1 ? h('ul', {}, ...parts.map(group => h('li', {}, this.line(group.name, group.part === '' ? texts.review.outside : this.parts(group.part), '', inGroup(group, filter.state), filter.part === group.part, { state: filter.state, kind, part: group.part })))) : null);
  }

  private line(key: string, words: string, colour: string, number: number, on: boolean, filter: Filter): HTMLElement {
    return h('button', { type: 'button', class: 'line', 'aria-pressed': String(on), 'data-key': key, onclick: () => this.look(filter), style: colour ? `--kind:${colour}` : null },
      h('span', { class: colour ? 'kind' : null }, words), h('b', { class: 'time' }, number > 0 ? texts.count(number) : '–'));
  }

  /** Asks the thresholds to say again how the findings spread. */
  refresh(): void { for (const threshold of this.thresholds.values()) threshold.stale(); }
}

const sum = (groups: ReviewGroup[], state: QueueState): number => groups.reduce((all, group) => all + inGroup(group, state), 0);
