import { button, clamp, count, h, icons, kindColour, kindWords, range, timecode } from './dom.ts';
import type { Ledger, Scope } from './ledger.ts';
import type { Group, Picture, Proposal, ProposalLists, Shot, Verdict } from './types.ts';

export interface ProposalsData {
  frames: number;
  rate: readonly [number, number];
  source: readonly [number, number];
  shots: Shot[];
  groups: Group[];
  pictures: Picture[];
  ledger: Ledger;
  /** Fetches a shot's proposals; the most doubtful first, not always all of them. */
  load: (shot: number) => Promise<ProposalLists>;
}

type State = 'wait' | 'applied' | 'reject' | 'all';

const states: [State, string][] = [['wait', 'Waiting'], ['applied', 'Applied'], ['reject', 'Rejected'], ['all', 'All']];
const shotsAtOnce = 40;
const cardsAtOnce = 12;

const inState = (group: Group, state: State): number =>
  state === 'wait' ? group.wait : state === 'reject' ? group.reject : state === 'applied' ? group.accept + group.edit : group.count;

/**
 * <kx-proposals>: what was found, by shot and kind, to accept or reject as a whole or one by one. Set `data`.
 * Decisions go to the ledger; a click on a picture fires `kx-show` ({picture, box}).
 */
export class KxProposals extends HTMLElement {
  private film: ProposalsData | null = null;
  private kind = '';
  private state: State = 'all';
  private shown = shotsAtOnce;
  private readonly opened = new Set<string>();
  private readonly bar = h('div', { class: 'filters' });
  private readonly list = h('div', { class: 'shots' });

  set data(data: ProposalsData) {
    this.film = data;
    this.state = data.groups.some(group => group.wait > 0) ? 'wait' : 'all';
    this.append(this.bar, this.list);
    data.ledger.addEventListener('change', () => this.refresh());
    this.render();
  }

  /** Lists one kind only. */
  choose(kind: string): void {
    this.kind = kind;
    this.shown = shotsAtOnce;
    const waiting = this.film?.groups.some(group => group.kind === kind && group.wait > 0);
    this.state = waiting ? 'wait' : 'all';
    this.render();
  }

  private render(): void {
    const film = this.film;
    if (!film) return;
    this.bar.replaceChildren(this.stateFilter(film), this.kindFilter(film), this.wholeFilm(film));
    const wanted = film.groups.filter(group => inState(group, this.state) > 0 && (!this.kind || group.kind === this.kind));
    const byShot = new Map<number, Group[]>();
    for (const group of wanted) byShot.set(group.shot, [...(byShot.get(group.shot) ?? []), group]);
    const shots = [...byShot.entries()];
    this.list.replaceChildren(...shots.slice(0, this.shown).map(([index, groups]) => this.shot(film, index, groups)));
    if (shots.length === 0) this.list.append(h('p', { class: 'empty' }, this.state === 'wait' ? 'Nothing waits for a decision.' : 'Nothing here.'));
    if (shots.length > this.shown)
      this.list.append(button(`Show more of ${count(shots.length)} shots`, icons.more, () => {
        this.shown += shotsAtOnce;
        this.render();
      }, { class: 'more' }));
  }

  // Decisions change marks, not what is listed: nothing jumps away under a person's hand.
  private refresh(): void {
    for (const control of this.querySelectorAll<DecideControl>('kx-decide')) control.refresh();
  }

  private stateFilter(film: ProposalsData): HTMLElement {
    const total = (state: State): number => film.groups.reduce((sum, group) => sum + inState(group, state), 0);
    return h('div', { class: 'segmented', role: 'group', 'aria-label': 'Decision' }, ...states.map(([state, label]) =>
      button(`${label} ${count(total(state))}`, null, () => this.filter(() => { this.state = state; }), { 'aria-pressed': String(this.state === state) })));
  }

  private kindFilter(film: ProposalsData): HTMLElement {
    const kinds = [...new Set(film.groups.filter(group => inState(group, this.state) > 0).map(group => group.kind))];
    return h('div', { class: 'chips', role: 'group', 'aria-label': 'Kind' }, ...kinds.map(kind =>
      h('button', {
        type: 'button', class: 'chip', 'aria-pressed': String(this.kind === kind), style: `--kind:${kindColour(kind)}`,
        onclick: () => this.filter(() => { this.kind = this.kind === kind ? '' : kind; }),
      }, kindWords(kind))));
  }

  private wholeFilm(film: ProposalsData): HTMLElement | string {
    if (!this.kind) return '';
    const all = film.groups.filter(group => group.kind === this.kind).reduce((sum, group) => sum + group.count, 0);
    return h('div', { class: 'whole' }, h('span', {}, `All ${count(all)} in the film`),
      new DecideControl(film.ledger, { kind: this.kind, frames: `0-${film.frames - 1}` }, null));
  }

  private filter(change: () => void): void {
    const focused = document.activeElement instanceof HTMLElement && this.bar.contains(document.activeElement) ? document.activeElement.textContent : null;
    change();
    this.shown = shotsAtOnce;
    this.render();
    if (focused) [...this.bar.querySelectorAll('button')].find(one => one.textContent === focused)?.focus();
  }

  private shot(film: ProposalsData, index: number, groups: Group[]): HTMLElement {
    const shot = film.shots.find(one => one.index === index);
    const picture = shot && film.pictures.find(one => one.frame >= shot.first && one.frame <= shot.last);
    const title = shot ? `Shot ${index}` : 'Outside every shot';
    return h('section', { class: 'shot', 'aria-label': title },
      h('header', {},
        picture ? h('img', { src: picture.smallAfter, alt: '', loading: 'lazy' }) : h('i', { class: 'blank' }),
        h('h3', {}, title),
        shot && h('span', { class: 'time' }, timecode(shot.first, film.rate)),
        shot && h('span', { class: 'soft' }, `${count(shot.last - shot.first + 1)} frames`)),
      h('div', { class: 'groups' }, ...groups.map(group => this.group(film, shot, group))));
  }

  private group(film: ProposalsData, shot: Shot | undefined, group: Group): HTMLElement {
    const key = `${group.shot}|${group.kind}`;
    const cards = h('div', { class: 'cards', hidden: !this.opened.has(key) });
    const open = h('button', {
      type: 'button', class: 'open', 'aria-expanded': String(this.opened.has(key)), style: `--kind:${kindColour(group.kind)}`,
      onclick: () => {
        cards.hidden = !cards.hidden;
        open.setAttribute('aria-expanded', String(!cards.hidden));
        if (cards.hidden) this.opened.delete(key);
        else this.opened.add(key);
        if (!cards.hidden && cards.childElementCount === 0) void this.fill(film, group, cards, cardsAtOnce);
      },
    }, h('b', {}, count(group.count)), ` ${kindWords(group.kind).toLowerCase()}`, h('span', { class: 'tally' }, tally(group)));
    if (!cards.hidden) void this.fill(film, group, cards, cardsAtOnce);
    return h('div', { class: 'group' }, h('div', { class: 'line' }, open,
      shot ? new DecideControl(film.ledger, { kind: group.kind, frames: frames(shot.first, shot.last) }, only(group)) : null), cards);
  }

  private async fill(film: ProposalsData, group: Group, cards: HTMLElement, limit: number): Promise<void> {
    let lists: ProposalLists;
    try {
      lists = await film.load(group.shot);
    } catch {
      cards.replaceChildren(h('p', { class: 'empty' }, 'This list cannot be read. Is the report’s data folder beside its page?'));
      return;
    }
    const all = lists[group.kind] ?? [];
    // What is asked for first; a proposal decided already is not hidden.
    const fitting = this.state === 'all' ? all : all.filter(one => (one.verdict === 'edit' || one.verdict === 'accept' ? 'applied' : one.verdict) === this.state);
    cards.replaceChildren(...fitting.slice(0, limit).map(one => this.card(film, group.kind, one)));
    if (fitting.length > limit)
      cards.append(button(`${count(fitting.length - limit)} more`, icons.more, () => void this.fill(film, group, cards, limit + 48), { class: 'more' }));
    else if (group.count > all.length)
      cards.append(h('p', { class: 'soft' }, `The ${count(all.length)} most doubtful of ${count(group.count)}; kinolux review lists them all.`));
  }

  private card(film: ProposalsData, kind: string, proposal: Proposal): HTMLElement {
    const [first] = range(proposal.frames);
    const picture = film.pictures.find(one => one.frame === first);
    return h('article', { class: 'card' },
      picture && proposal.box ? this.crop(film, picture, kind, proposal) : null,
      h('div', { class: 'words' },
        h('p', {}, proposal.summary),
        h('p', { class: 'soft' }, h('span', { class: 'time' }, `${proposal.frames.includes('-') ? 'Frames' : 'Frame'} ${proposal.frames.replace('-', '–')}`), ` · ${Math.round(proposal.confidence * 100)} % sure`),
        h('details', {}, h('summary', {}, 'Why'), h('ul', {}, h('li', {}, `Found by ${proposal.source}`), ...proposal.evidence.map(one =>
          h('li', {}, one.what, one.value === undefined ? '' : `: ${one.value}`, one.threshold === undefined ? '' : ` (limit ${one.threshold})`)))),
        proposal.reason ? h('p', { class: 'soft' }, `${proposal.by}: ${proposal.reason}`) : null),
      new DecideControl(film.ledger, { kind, frames: proposal.frames, box: proposal.box, proposal: proposal.id }, proposal.verdict));
  }

  // Before and after of the place, cut out of the frame's pictures by the style sheet.
  private crop(film: ProposalsData, picture: Picture, kind: string, proposal: Proposal): HTMLElement {
    const [x, y, w, t] = proposal.box ?? [0, 0, 1, 1];
    const [width, height] = film.source;
    const side = Math.min(Math.max(36, w * 2.2, t * 2.2), width, height);
    const from = (at: number, length: number, all: number): number => clamp(at + length / 2 - side / 2, 0, all - side);
    const place = (at: number, length: number, all: number): string =>
      all - side < 1 ? '0%' : `${(from(at, length, all) / (all - side)) * 100}%`;
    const part = (value: number): string => `${(value / side) * 100}%`;
    const ring = h('b', { style: `left:${part(x - from(x, w, width))};top:${part(y - from(y, t, height))};width:${part(w)};height:${part(t)};border-color:${kindColour(kind)}` });
    const half = (file: string): HTMLElement => h('i', {
      style: `background-image:url("${file}");background-size:${(width / side) * 100}% ${(height / side) * 100}%;background-position:${place(x, w, width)} ${place(y, t, height)}`,
    });
    return h('button', {
      type: 'button', class: 'crop', 'aria-label': `Show frame ${picture.frame}`,
      onclick: () => this.dispatchEvent(new CustomEvent('kx-show', { detail: { picture, box: proposal.box }, bubbles: true })),
    }, half(picture.before), half(picture.after), h('span', { class: 'ring' }, ring));
  }
}

function frames(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}

function tally(group: Group): string {
  const parts: [number, string][] = [[group.wait, 'waiting'], [group.accept + group.edit, 'applied'], [group.reject, 'rejected']];
  const some = parts.filter(([number]) => number > 0);
  return some.length === 1 ? (some[0]?.[1] ?? '') : some.map(([number, word]) => `${count(number)} ${word}`).join(' · ');
}

function only(group: Group): Verdict | null {
  return group.wait === group.count ? 'wait' : group.reject === group.count ? 'reject' : group.accept + group.edit === group.count ? 'accept' : null;
}

/** Accept and reject with a reason, for one scope. What holds already is marked; a second click takes a decision back. */
export class DecideControl extends HTMLElement {
  private readonly accept = button('Accept', icons.accept, () => this.choose('accept'), { class: 'verdict accept' });
  private readonly reject = button('Reject', icons.reject, () => this.choose('reject'), { class: 'verdict reject' });
  private readonly reason = h('input', { type: 'text', placeholder: 'Reason', 'aria-label': 'Reason', hidden: true, maxlength: 400 });

  constructor(private readonly ledger: Ledger, private readonly scope: Scope, private readonly stands: Verdict | null) {
    super();
    if (!scope.proposal) for (const [control, word] of [[this.accept, 'Accept all'], [this.reject, 'Reject all']] as const) control.lastElementChild?.replaceChildren(word);
    this.reason.addEventListener('change', () => {
      const entry = this.ledger.get(this.scope);
      if (entry) this.ledger.decide(this.scope, entry.verdict, this.reason.value.trim());
    });
  }

  connectedCallback(): void {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', `${kindWords(this.scope.kind)}, frames ${this.scope.frames}`);
    this.replaceChildren(this.reason, h('span', { class: 'verdicts' }, this.accept, this.reject));
    this.refresh();
  }

  refresh(): void {
    const own = this.ledger.get(this.scope);
    const verdict = (this.ledger.holds(this.scope)?.verdict ?? this.stands) === 'edit' ? 'accept' : (this.ledger.holds(this.scope)?.verdict ?? this.stands);
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
