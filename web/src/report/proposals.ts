import { button, h, icons, kindColour, kindWords } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import type { Ledger, Scope } from './ledger.ts';
import type { Group, Part, Proposal, ProposalLists, ProposalsModel } from './model.ts';
import { texts } from '../texts/texts.ts';

/** How places of one kind of document are drawn beside what was found there. */
export interface PlacePictures {
  /** What stands before a part's title, and after it. */
  part(part: Part): [Node, ...Node[]];
  /** The place itself, where there is a picture of it. */
  proposal(kind: string, proposal: Proposal): Node | null;
}

export interface ProposalsData extends Omit<ProposalsModel, 'type'> {
  ledger: Ledger;
  pictures: PlacePictures | null;
  /** Fetches a part's proposals; the most doubtful first, not always all of them. */
  load: (part: number) => Promise<ProposalLists>;
}

type State = 'wait' | 'applied' | 'reject' | 'all';

const { states: words } = texts.review;
const states: [State, string][] = [['wait', words.waiting], ['applied', words.applied], ['reject', words.rejected], ['all', words.all]];
const partsAtOnce = 40;
const cardsAtOnce = 12;

const inState = (group: Group, state: State): number =>
  state === 'wait' ? group.wait : state === 'reject' ? group.reject : state === 'applied' ? group.accept + group.edit : group.count;

/** <kx-proposals>: what was found, by part and kind, to accept or reject as a whole or one by one. Set `data`. Decisions go to the ledger. */
export class KxProposals extends HTMLElement {
  private all: ProposalsData | null = null;
  private kind = '';
  private state: State = 'all';
  private shown = partsAtOnce;
  private readonly opened = new Set<string>();
  private readonly bar = h('div', { class: 'filters' });
  private readonly list = h('div', { class: 'parts' });

  set data(data: ProposalsData) {
    this.all = data;
    this.state = data.groups.some(group => group.wait > 0) ? 'wait' : 'all';
    this.append(this.bar, this.list);
    data.ledger.addEventListener('change', () => this.refresh());
    this.render();
  }

  /** Lists one kind only. */
  choose(kind: string): void {
    this.kind = kind;
    this.shown = partsAtOnce;
    const waiting = this.all?.groups.some(group => group.kind === kind && group.wait > 0);
    this.state = waiting ? 'wait' : 'all';
    this.render();
  }

  private render(): void {
    const all = this.all;
    if (!all) return;
    this.bar.replaceChildren(this.stateFilter(all), this.kindFilter(all), this.everywhere(all));
    const wanted = all.groups.filter(group => inState(group, this.state) > 0 && (!this.kind || group.kind === this.kind));
    const byPart = new Map<number, Group[]>();
    for (const group of wanted) byPart.set(group.part, [...(byPart.get(group.part) ?? []), group]);
    const parts = [...byPart.entries()];
    this.list.replaceChildren(...parts.slice(0, this.shown).map(([number, groups]) => this.inPart(all, number, groups)));
    if (parts.length === 0) this.list.append(h('p', { class: 'empty' }, this.state === 'wait' ? texts.report.nothingWaits : texts.review.nothingHere));
    if (parts.length > this.shown)
      this.list.append(button(texts.report.moreOf(parts.length), icons.more, () => {
        this.shown += partsAtOnce;
        this.render();
      }, { class: 'more' }));
  }

  // Decisions change marks, not what is listed: nothing jumps away under a person's hand.
  private refresh(): void {
    for (const control of this.querySelectorAll<DecideControl>('kx-decide')) control.refresh();
  }

  private stateFilter(all: ProposalsData): HTMLElement {
    const total = (state: State): number => all.groups.reduce((sum, group) => sum + inState(group, state), 0);
    return h('div', { class: 'segmented', role: 'group', 'aria-label': texts.review.decision }, ...states.map(([state, label]) =>
      button(texts.report.state(label, total(state)), null, () => this.filter(() => { this.state = state; }), { 'aria-pressed': String(this.state === state) })));
  }

  private kindFilter(all: ProposalsData): HTMLElement {
    const kinds = [...new Set(all.groups.filter(group => inState(group, this.state) > 0).map(group => group.kind))];
    return h('div', { class: 'chips', role: 'group', 'aria-label': texts.marking.kind }, ...kinds.map(kind =>
      h('button', {
        type: 'button', class: 'chip', 'aria-pressed': String(this.kind === kind), style: `--kind:${kindColour(kind)}`,
        onclick: () => this.filter(() => { this.kind = this.kind === kind ? '' : kind; }),
      }, kindWords(kind))));
  }

  private everywhere(all: ProposalsData): HTMLElement | string {
    if (!this.kind) return '';
    const number = all.groups.filter(group => group.kind === this.kind).reduce((sum, group) => sum + group.count, 0);
    return h('div', { class: 'whole' }, h('span', {}, texts.report.all(number)), new DecideControl(all.ledger, { kind: this.kind, ...all.everywhere }, null));
  }

  private filter(change: () => void): void {
    const focused = document.activeElement instanceof HTMLElement && this.bar.contains(document.activeElement) ? document.activeElement.textContent : null;
    change();
    this.shown = partsAtOnce;
    this.render();
    if (focused) [...this.bar.querySelectorAll('button')].find(one => one.textContent === focused)?.focus();
  }

  private inPart(all: ProposalsData, number: number, groups: Group[]): HTMLElement {
    const part = all.parts.find(one => one.number === number);
    const [before, ...after] = (part && all.pictures?.part(part)) ?? [all.pictures ? h('i', { class: 'blank' }) : ''];
    const title = part?.title ?? texts.review.outside;
    return h('section', { class: 'part', 'aria-label': title },
      h('header', { class: all.pictures ? 'pictured' : undefined }, before, h('h3', {}, title), ...after),
      h('div', { class: 'groups' }, ...groups.map(group => this.group(all, part, group))));
  }

  private group(all: ProposalsData, part: Part | undefined, group: Group): HTMLElement {
    const key = `${group.part}|${group.kind}`;
    const cards = h('div', { class: 'cards', hidden: !this.opened.has(key) });
    const open = h('button', {
      type: 'button', class: 'open', 'aria-expanded': String(this.opened.has(key)), style: `--kind:${kindColour(group.kind)}`,
      onclick: () => {
        cards.hidden = !cards.hidden;
        open.setAttribute('aria-expanded', String(!cards.hidden));
        if (cards.hidden) this.opened.delete(key);
        else this.opened.add(key);
        if (!cards.hidden && cards.childElementCount === 0) void this.fill(all, group, cards, cardsAtOnce);
      },
    }, h('b', {}, texts.count(group.count)), ` ${texts.report.ofKind(kindWords(group.kind))}`, h('span', { class: 'tally' }, tally(group)));
    if (!cards.hidden) void this.fill(all, group, cards, cardsAtOnce);
    return h('div', { class: 'group' }, h('div', { class: 'line' }, open,
      part?.scope ? new DecideControl(all.ledger, { kind: group.kind, ...part.scope }, only(group)) : null), cards);
  }

  private async fill(all: ProposalsData, group: Group, cards: HTMLElement, limit: number): Promise<void> {
    let lists: ProposalLists;
    try {
      lists = await all.load(group.part);
    } catch {
      cards.replaceChildren(h('p', { class: 'empty' }, texts.report.unreadable));
      return;
    }
    const listed = lists[group.kind] ?? [];
    // What is asked for first; a proposal decided already is not hidden.
    const fitting = this.state === 'all' ? listed : listed.filter(one => (one.verdict === 'edit' || one.verdict === 'accept' ? 'applied' : one.verdict) === this.state);
    cards.replaceChildren(...fitting.slice(0, limit).map(one => this.card(all, group.kind, one)));
    if (fitting.length > limit)
      cards.append(button(texts.report.more(fitting.length - limit), icons.more, () => void this.fill(all, group, cards, limit + 48), { class: 'more' }));
    else if (group.count > listed.length)
      cards.append(h('p', { class: 'soft' }, texts.report.mostDoubtful(listed.length, group.count)));
  }

  private card(all: ProposalsData, kind: string, proposal: Proposal): HTMLElement {
    return h('article', { class: 'card' },
      all.pictures?.proposal(kind, proposal),
      h('div', { class: 'words' },
        h('p', {}, proposal.summary),
        h('p', { class: 'soft' }, h('span', { class: 'time' }, capital(proposal.where)), ` · ${texts.finding.sure(proposal.confidence)}`),
        h('details', {}, h('summary', {}, texts.report.why), h('ul', {}, h('li', {}, texts.report.foundBy(proposal.source)), ...proposal.evidence.map(one =>
          h('li', {}, one.what, one.value === undefined ? '' : `: ${one.value}`, one.threshold === undefined ? '' : texts.report.limit(one.threshold))))),
        proposal.reason ? h('p', { class: 'soft' }, `${proposal.by}: ${proposal.reason}`) : null),
      new DecideControl(all.ledger, { kind, ...proposal.scope, proposal: proposal.id }, proposal.verdict, proposal.where));
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function tally(group: Group): string {
  const { waiting, applied, rejected } = texts.report.tally;
  const parts: [number, string][] = [[group.wait, waiting], [group.accept + group.edit, applied], [group.reject, rejected]];
  const some = parts.filter(([number]) => number > 0);
  return some.length === 1 ? (some[0]?.[1] ?? '') : some.map(([number, word]) => `${texts.count(number)} ${word}`).join(' · ');
}

function only(group: Group): Verdict | null {
  return group.wait === group.count ? 'wait' : group.reject === group.count ? 'reject' : group.accept + group.edit === group.count ? 'accept' : null;
}

/** Accept and reject with a reason, for one scope. What holds already is marked; a second click takes a decision back. */
export class DecideControl extends HTMLElement {
  private readonly accept = button(texts.acts.accept, icons.accept, () => this.choose('accept'), { class: 'verdict accept' });
  private readonly reject = button(texts.acts.reject, icons.reject, () => this.choose('reject'), { class: 'verdict reject' });
  private readonly reason = h('input', { type: 'text', placeholder: texts.review.reason, 'aria-label': texts.review.reason, hidden: true, maxlength: 400 });

  /** @param where the scope's place for a person; empty for a whole part. */
  constructor(private readonly ledger: Ledger, private readonly scope: Scope, private readonly stands: Verdict | null, private readonly where = '') {
    super();
    if (!scope.proposal) for (const [control, word] of [[this.accept, texts.report.acceptAll], [this.reject, texts.report.rejectAll]] as const) control.lastElementChild?.replaceChildren(word);
    this.reason.addEventListener('change', () => {
      const entry = this.ledger.get(this.scope);
      if (entry) this.ledger.decide(this.scope, entry.verdict, this.reason.value.trim());
    });
  }

  connectedCallback(): void {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', `${kindWords(this.scope.kind)}${this.where ? `, ${this.where}` : ''}`);
    this.replaceChildren(this.reason, h('span', { class: 'verdicts' }, this.accept, this.reject));
    this.refresh();
  }

  refresh(): void {
    const own = this.ledger.get(this.scope);
    const held = this.ledger.holds(this.scope)?.verdict ?? this.stands;
    const verdict: Verdict | null = held === 'edit' ? 'accept' : held;
    this.classList.toggle('mine', own !== undefined);
    this.accept.setAttribute('aria-pressed', String(verdict === 'accept'));
    this.reject.setAttribute('aria-pressed', String(verdict === 'reject'));
    this.reason.hidden = own === undefined;
    if (own && document.activeElement !== this.reason) this.reason.value = own.reason;
  }

  private choose(verdict: Verdict): void {
    if (this.ledger.get(this.scope)?.verdict === verdict) this.ledger.drop(this.scope);
    else this.ledger.decide(this.scope, verdict);
  }
}
