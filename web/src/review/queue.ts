import type { Verdict } from '../elements/types.ts';
import type { ProposalItem } from '../shell/model.ts';
import { atMost, readApart, readProposals, readQuestions, type ProposalPage, type ProposalQuery } from './proposals.ts';

export type QueueState = 'waiting' | 'applied' | 'rejected' | 'all';

export const orders = ['part', 'value', 'doubt', 'place'] as const;

export type Order = typeof orders[number];

/** `apart` names a question whose findings are looked at one by one; `order` is that of what waits. */
export interface Filter { state: QueueState; part: string | null; kind: string | null; apart?: string; order?: Order }

/** An item as a person sees it: decided here, but not yet said to be on the disk. */
export interface Queued { item: ProposalItem; saving: boolean; fault?: unknown; before: ProposalItem }

const page = 60;

export const inState = (verdict: Verdict, state: QueueState): boolean =>
  state === 'all' || (state === 'waiting' ? verdict === 'wait' : state === 'rejected' ? verdict === 'reject' : verdict === 'accept' || verdict === 'edit');

/** The findings that a filter lets through, read as they are needed: of what waits each thing once, by part, the most doubtful first. What was decided stays where it stood. */
export class Queue extends EventTarget {
  items: Queued[] = [];
  total = 0;
  /** How many questions need not be asked, by what was rejected. */
  spared = 0;
  private at = 0;
  private asked = 0;
  private filter: Filter = { state: 'waiting', part: null, kind: null };

  constructor(private readonly film: string, private readonly signal: AbortSignal) { super(); }

  get current(): Queued | null { return this.items[this.at] ?? null; }

  get index(): number { return this.at; }

  get shownFilter(): Filter { return this.filter; }

  /** How many are still to come, those not read yet included. */
  get left(): number { return this.total - this.items.length + this.items.filter(one => inState(one.item.now.verdict, this.filter.state)).length; }

  async open(filter: Filter, id?: string): Promise<void> {
    this.filter = filter;
    const asked = ++this.asked;
    const answer = id ? await this.readUntil(id) : await this.read(0);
    if (asked !== this.asked) return;
    [this.items, this.total, this.spared, this.at] = [answer.items.map(queued), answer.total, answer.spared ?? 0, 0];
    if (id) this.at = Math.max(0, this.items.findIndex(one => one.item.id === id));
    this.changed();
  }

  go(index: number): void {
    this.at = Math.max(0, Math.min(index, this.items.length - 1));
    if (this.at >= this.items.length - 10) void this.more();
    this.changed();
  }

  step(by: number): void { this.go(this.at + by); }

  /** The next that is not decided yet. */
  get upcoming(): Queued | null { return this.items[this.following] ?? null; }

  private get following(): number { return this.items.findIndex((one, i) => i > this.at && inState(one.item.now.verdict, this.filter.state) && !one.saving); }

  /** On to the next that is not decided yet; stays where none is left. */
  next(): void {
    const rest = this.following;
    this.go(rest >= 0 ? rest : this.at + 1);
  }

  /** What was rejected may have settled others: those are no longer asked. What was decided stays where it stood. */
  async learn(): Promise<void> {
    const asked = this.asked;
    if (this.filter.state !== 'waiting' || this.filter.apart) return;
    const answer = await this.read(0, atMost).catch(() => null);
    if (!answer || asked !== this.asked || (answer.spared ?? 0) === this.spared) return;
    const still = new Set(answer.items.map(item => item.id));
    // Of what is beyond the page that was read nothing is known here.
    const stays = (one: Queued, i: number): boolean => i >= atMost || isDecided(one) || still.has(one.item.id);
    const before = this.items.slice(0, this.at).filter(stays).length;
    this.items = this.items.filter(stays);
    this.at = Math.max(0, Math.min(before, this.items.length - 1));
    [this.total, this.spared] = [answer.total + this.items.filter(isDecided).length, answer.spared ?? 0];
    this.changed();
  }

  find(id: string): Queued | undefined { return this.items.find(one => one.item.id === id); }

  changed(): void { this.dispatchEvent(new Event('change')); }

  private async more(): Promise<void> {
    if (this.items.length >= this.total) return;
    const asked = this.asked;
    // What was decided since is no longer among those that the studio counts.
    const from = this.items.filter(one => inState(one.item.now.verdict, this.filter.state)).length;
    const answer = await this.read(from).catch(() => null);
    if (!answer || asked !== this.asked) return;
    const known = new Set(this.items.map(one => one.item.id));
    const fresh = answer.items.filter(item => !known.has(item.id)).map(queued);
    if (fresh.length === 0) return;
    this.items.push(...fresh);
    this.changed();
  }

  private read(from: number, count = page): Promise<ProposalPage> {
    const { state, part, kind, apart } = this.filter;
    return apart ? readApart(this.film, apart, from, count, this.signal)
      : state === 'waiting' ? readQuestions(this.film, { order: this.filter.order ?? 'part', ...(part === null ? {} : { part }), ...(kind ? { kind } : {}), from, count }, this.signal)
      : readProposals(this.film, { ...this.query, from, count }, this.signal);
  }

  // Page after page, until one has what is looked for or there are no more.
  private async readUntil(id: string): Promise<ProposalPage> {
    const all = await this.read(0, atMost);
    for (let { items } = all; items.length > 0 && all.items.length < all.total && !items.some(item => item.id === id);) {
      ({ items } = await this.read(all.items.length, atMost));
      all.items.push(...items);
    }
    return all;
  }

  private get query(): ProposalQuery {
    const { state, part, kind } = this.filter;
    return { state, order: 'doubt', ...(part === null ? {} : { part }), ...(kind ? { kind } : {}) };
  }
}

const isDecided = (one: Queued): boolean => one.item.now.verdict !== 'wait';

const queued = (item: ProposalItem): Queued => ({ item, saving: false, before: item });

/** How many there are to look at: of those that wait each thing once. */
export const inGroup = (group: { asked: number; applied: number; rejected: number; found: number }, state: QueueState): number =>
  state === 'all' ? group.found : state === 'waiting' ? group.asked : group[state];
