import { button, h, icons, kindWords } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import { Alike } from './alike.ts';
import { askName } from '../shell/ask-name.ts';
import { calm } from '../shell/calm.ts';
import { get, workPath } from '../shell/api.ts';
import { DecidePanel, type Choice, type Scope } from './decide-panel.ts';
import { ReviewClient } from './review-client.ts';
import { attempt } from '../shell/fault-note.ts';
import { lostChoices, lostWords, type LostChoice } from './lost-frame.ts';
import type { ProposalItem, ReviewGroup, ReviewGroups, WorkDocument } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import type { PlaceView, ReviewHost } from './place-view.ts';
import { PolicyChoice } from './policy-choice.ts';
import { QueueList } from './queue-list.ts';
import { Queue, type Filter, type Queued, type QueueState } from './queue.ts';
import { Threshold } from './threshold.ts';
import { Triage } from './triage.ts';
import { texts } from '../texts/texts.ts';

/** The inbox of a work: a queue of findings, each looked at closely, and one key for each decision. What they are about is shown by a {@link PlaceView}. */
export class Review {
  private readonly view: PlaceView;
  private readonly client: ReviewClient;
  private readonly queue: Queue;
  private readonly list: QueueList;
  private readonly alike: Alike;
  private readonly panel: DecidePanel;
  private readonly triage: Triage;
  private parts = new Map<string, string>();
  private readonly trouble = h('div', { class: 'on-screen' });
  private readonly done = h('div', { class: 'queue-done', hidden: true });
  private groups: ReviewGroup[] = [];
  private shownId = '';

  /** @param show makes the view of the document. */
  constructor(private readonly context: Context, private readonly work: { id: string; name: string }, main: HTMLElement, show: (host: ReviewHost) => PlaceView) {
    this.client = new ReviewClient(work.id, context.studio, groups => this.regroup(groups));
    this.queue = new Queue(work.id, context.signal);
    this.list = new QueueList(this.queue, one => this.again(one), order => void this.look({ ...this.queue.shownFilter, order }));
    this.alike = new Alike(work.id, context.signal, () => this.panel.tell());
    this.panel = new DecidePanel(choice => void this.decide(choice), () => this.edit(), () => void this.undo(), (item, scope) => this.reach(item, scope), choice => this.see(choice), () => this.split());
    this.triage = new Triage(kind => new Threshold(work.id, kind, this.client, words => {
      context.say(words);
      void this.refresh();
    }), part => this.parts.get(part) ?? part);
    const host: ReviewHost = { choose: finding => this.choose(finding), trouble: this.trouble, extra: this.panel.extra, takeKeys: rows => rows ? context.keys(rows) : this.useKeys() };
    this.view = show(host);
    main.append(h('h1', { class: 'aloud' }, texts.review.of(work.name)), this.triage.element, this.view.element,
      h('aside', { class: 'side', 'aria-label': texts.review.decision }, this.done, this.panel.element, this.list.element, this.view.run));
    // A view's tools are there once it stands in the page.
    this.view.element.querySelector('.looks')?.prepend(button(texts.acts.mark, icons.add, () => this.mark(), { title: texts.review.markTitle }));
    this.panel.widened = (item, scope) => this.outline(item, scope);
    this.triage.element.append(new PolicyChoice(work.id, context, this.client, () => void this.look(this.queue.shownFilter)).element);
    this.panel.editable = this.view.edit !== undefined;
    this.listen();
  }

  async open(): Promise<void> {
    const wanted = new URLSearchParams(location.search).get('id') ?? undefined;
    const [{ groups, unmatched }, { parts }] = await Promise.all([get<ReviewGroups>(workPath(this.work.id, '/groups'), this.context.signal), get<WorkDocument>(workPath(this.work.id, '/document'), this.context.signal)]);
    this.parts = new Map(parts.map(part => [part.id, part.title]));
    this.groups = groups;
    this.triage.unmatched = unmatched;
    const state: QueueState = wanted ? 'all' : this.groups.some(group => group.asked > 0) ? 'waiting' : 'all';
    const kind = wanted ? wanted.replace(/-\d+-[0-9a-f]+$/, '') : null;
    await this.look({ state, part: null, kind: this.groups.some(group => group.kind === kind) ? kind : null }, wanted);
  }

  private listen(): void {
    const { context, queue } = this;
    queue.addEventListener('change', () => this.show());
    this.triage.addEventListener('filter', event => void this.look((event as CustomEvent<Filter>).detail));
    const refresh = calm(() => void this.refresh());
    context.live.on('work', detail => { if (detail.id === this.work.id) refresh(); }, context.signal);
    context.live.on('reset', refresh, context.signal);
    this.useKeys();
  }

  private useKeys(): void {
    const { queue, panel, view } = this;
    const rows: KeyRow[] = [
      { show: 'A', words: texts.acts.accept, press: { a: () => panel.choose('accept') } },
      { show: 'R', words: texts.acts.reject, press: { r: () => panel.choose('reject') } },
      ...(view.edit ? [{ show: 'E', words: texts.review.keys.edit, press: { e: () => this.edit() } }] : []),
      { show: 'H V N', words: texts.review.keys.lost, press: Object.fromEntries(lostChoices.map(choice => [choice.key, () => panel.lost.press(choice)])) },
      { show: 'U', words: texts.review.keys.undo, press: { u: () => void this.undo() } },
      { show: '↓ ↑', words: texts.review.keys.step, press: { ArrowDown: () => queue.step(1), ArrowUp: () => queue.step(-1) } },
      { show: 'G', words: texts.review.keys.group, press: { g: () => panel.widen('group') } },
      { show: 'T', words: texts.review.keys.like, press: { t: () => panel.widen('like') } },
      { show: 'O', words: texts.review.keys.split, press: { o: () => this.split() } },
      { show: 'M', words: texts.review.keys.mark, press: { m: () => this.mark() } },
      ...view.keys,
    ];
    this.context.keys(rows);
  }

  private async look(filter: Filter, id?: string): Promise<void> {
    this.alike.forget();
    const { order } = this.queue.shownFilter;
    await attempt(this.trouble, () => this.queue.open(order && !filter.order ? { ...filter, order } : filter, id));
    this.triage.show(this.groups, this.queue.shownFilter);
  }

  private show(): void {
    const { current } = this.queue;
    this.list.show();
    this.panel.show(current?.item ?? null);
    this.done.hidden = current !== null && (this.queue.left > 0 || this.queue.shownFilter.state === 'all');
    if (!this.done.hidden) this.done.replaceChildren(h('b', {}, this.queue.shownFilter.state === 'waiting' ? texts.review.nothingWaits : texts.review.nothingHere), h('p', { class: 'soft' }, texts.review.lookElsewhere));
    if (!current || current.item.id === this.shownId) return;
    this.view.leave();
    this.shownId = current.item.id;
    this.view.show(current.item);
    const { upcoming } = this.queue;
    if (upcoming) this.view.soon?.(upcoming.item);
  }

  /** A click on a finding goes to it, wherever it stands. */
  private choose(finding: ProposalItem): void {
    const at = this.queue.items.findIndex(one => one.item.id === finding.id);
    if (at >= 0) this.queue.go(at);
    else void this.look({ state: 'all', part: finding.part, kind: finding.kind }, finding.id);
  }

  private reach(item: ProposalItem, scope: Scope): number | null {
    if (scope === 'one') return item.asks?.found ?? null;
    if (scope === 'like') return this.alike.of(item)?.length ?? null;
    return this.groups.find(group => group.part === item.part && group.kind === item.kind && group.isPerson === item.source.isPerson)?.found ?? null;
  }

  // What a decision would be about is seen before its key is pressed.
  private outline(item: ProposalItem, scope: Scope): void {
    if (scope === 'one') this.view.outline?.(null);
    else if (scope === 'group') this.view.outline?.(other => other.part === item.part && other.kind === item.kind);
    else {
      const like = new Set((this.alike.of(item) ?? []).map(other => other.id));
      this.view.outline?.(other => like.has(other.id));
    }
  }

  private async decide({ verdict, scope, reason, edit }: Choice): Promise<void> {
    const one = this.queue.current;
    if (!one) return;
    if (!(await askName(this.context.studio))) return;
    const { item } = one;
    const names = scope === 'group' ? [`${item.part}:${item.kind}`] : scope === 'like' ? (this.alike.of(item) ?? [item]).map(other => other.id) : [item.asks && !edit?.mask ? item.asks.id : item.id];
    const touched = this.queue.items.filter(other => other === one || (scope === 'group' ? other.item.part === item.part && other.item.kind === item.kind : names.includes(other.item.id)));
    for (const other of touched) {
      [other.before, other.saving, other.fault] = [other.item, true, undefined];
      other.item = { ...other.item, now: { verdict, by: this.context.studio.person, ...(reason ? { reason } : {}) }, ...(edit?.change ? { change: edit.change } : {}) };
    }
    this.queue.next();
    try {
      await this.client.decide(names, verdict, reason, edit);
      for (const other of touched) other.saving = false;
      if (verdict === 'reject') void this.queue.learn();
      const what = touched.length > 1 || scope !== 'one' ? texts.finding.number(this.reach(item, scope) ?? touched.length) : kindWords(item.kind);
      this.context.say(texts.review.saved(what, verdict, lostWords({ kind: item.kind, ...(edit?.change ? { change: edit.change } : {}) }, verdict)));
    } catch (cause) {
      for (const other of touched) Object.assign(other, { item: other.before, saving: false });
      one.fault = cause;
      this.context.say(texts.faults.notSaved);
    }
    this.queue.changed();
    this.view.mend(touched.map(other => other.item));
  }

  // What a choice makes of it, in place of what was made.
  private see(choice: LostChoice | null): void {
    const item = this.queue.current?.item;
    if (item) this.view.see(item, choice);
  }

  /** Looks at a question's findings one by one; a filter leads back. */
  private split(): void {
    const apart = this.queue.current?.item.asks?.id;
    if (apart) void this.look({ ...this.queue.shownFilter, state: 'all', apart });
  }

  private again(one: Queued): void {
    one.fault = undefined;
    this.queue.go(this.queue.items.indexOf(one));
  }

  private async undo(): Promise<void> {
    await attempt(this.panel.fault, async () => {
      const names = await this.client.undo();
      this.context.say(names === null ? texts.review.nothingToUndo : texts.review.undone);
      if (names === null) return;
      const back = names[0];
      await this.queue.open(this.queue.shownFilter, this.queue.find(back ?? '') ? back : undefined);
      this.view.mend(this.queue.items.map(one => one.item));
    });
  }

  private edit(): void {
    const item = this.queue.current?.item;
    if (!item) return;
    void attempt(this.panel.fault, async () => { await this.view.edit?.(item, edit => void this.decide({ verdict: 'edit', scope: 'one', reason: '', edit })); });
  }

  private mark(): void {
    this.view.mark(this.queue.current?.item ?? null, wish => void attempt(this.trouble, async () => {
      await this.client.wish(wish);
      this.context.say(texts.review.marked(kindWords(wish.kind)));
      await this.refresh();
      this.view.mend(this.queue.items.map(one => one.item));
    }));
  }

  private regroup(groups: ReviewGroup[]): void {
    this.groups = groups;
    this.triage.show(groups, this.queue.shownFilter);
    this.triage.refresh();
  }

  private async refresh(): Promise<void> {
    const read = await Promise.all([get<ReviewGroups>(workPath(this.work.id, '/groups'), this.context.signal), this.view.refresh()]).catch(() => null);
    if (!read) return;
    const [{ groups, unmatched }] = read;
    this.regroup(groups);
    this.triage.unmatched = unmatched;
  }
}
