import { button, h, icons, kindWords, range } from '../dom.ts';
import type { KeyRow } from '../keys.ts';
import { wipeKeys } from '../wipe-keys.ts';
import { filmPath, get } from './api.ts';
import { DecidePanel, type Choice, type Scope } from './decide-panel.ts';
import { Desk, type Edit } from './desk.ts';
import { Donors } from './donors.ts';
import { attempt, faultNote } from './fault-note.ts';
import { filmHead } from './film-head.ts';
import { Marker } from './marker.ts';
import { boxOf } from './mask.ts';
import { Masks } from './masks.ts';
import type { Film, FrameFinding, ProposalItem, ReviewGroup } from './model.ts';
import type { Context, Page } from './page.ts';
import { Queue, type Filter, type Queued } from './queue.ts';
import { QueueList } from './queue-list.ts';
import { RenderBar } from './render-bar.ts';
import { Screen } from './screen.ts';
import { Threshold } from './threshold.ts';
import { Transport } from './transport.ts';
import { Triage } from './triage.ts';
import { plural } from './words.ts';

const markable = ['dirt', 'scratch', 'stain', 'blotch'];

/** The inbox: what the machine found and is not sure of, one key for each decision. */
export const reviewPage: Page = async (context, main, id) => {
  const film = await get<Film>(filmPath(id ?? ''), context.signal);
  main.className = 'review-page';
  filmHead(context, film, 'review');
  if (film.state === 'new' || film.state === 'missing') {
    const bar = new RenderBar(film, context);
    main.append(h('div', { class: 'empty-state' }, h('h1', {}, film.state === 'new' ? 'Nothing to review yet' : 'The film is not where it was'),
      h('p', {}, film.state === 'new' ? 'The film was not analysed. Analysing finds damage and proposes repairs; it changes nothing.' : `Bring ${film.source?.file ?? film.name} back to its place; all decisions are kept.`), bar.element));
    context.live.on('film', detail => { if (detail.id === film.id) void get<Film>(filmPath(film.id)).then(now => { if (now.state !== film.state) location.reload(); }); }, context.signal);
    return;
  }
  const review = new Review(context, film, main);
  await review.open();
};

class Review {
  private readonly screen: Screen;
  private readonly transport: Transport;
  private readonly masks: Masks;
  private readonly marker: Marker;
  private readonly desk: Desk;
  private readonly queue: Queue;
  private readonly list: QueueList;
  private readonly panel: DecidePanel;
  private readonly triage: Triage;
  private readonly render: RenderBar;
  private readonly donors: Donors;
  private readonly trouble = h('div', { class: 'on-screen' });
  private readonly done = h('div', { class: 'queue-done', hidden: true });
  private groups: ReviewGroup[] = [];
  private alike = new Map<string, ProposalItem[]>();
  private editing = false;
  private shownId = '';
  private foundFrame = -1;

  constructor(private readonly context: Context, private readonly film: Film, main: HTMLElement) {
    const { signal } = context;
    this.screen = new Screen(film, h('span', { hidden: true }));
    this.transport = new Transport(film, this.screen, signal);
    this.screen.take(film, this.transport.bar);
    this.masks = new Masks(this.screen.wipe, finding => { if (finding) this.choose(finding); });
    this.marker = new Marker(this.screen.wipe);
    this.desk = new Desk(film.id, groups => this.regroup(groups));
    this.queue = new Queue(film.id, signal);
    this.list = new QueueList(this.queue, one => this.again(one));
    this.panel = new DecidePanel(choice => void this.decide(choice), () => this.edit(), () => void this.undo(), (item, scope) => this.reach(item, scope));
    this.triage = new Triage(kind => new Threshold(film.id, kind, words => {
      context.say(words);
      void this.refresh();
    }));
    this.render = new RenderBar(film, context);
    this.donors = new Donors(this.screen, film.source.frames, [film.source.width, film.source.height]);
    main.append(this.triage.element,
      h('div', { class: 'material' }, this.marker.bar, h('div', { class: 'screen' }, this.screen.wipe, this.trouble)),
      h('aside', { class: 'side', 'aria-label': 'Decision' }, this.done, this.panel.element, this.list.element, this.render.element));
    this.screen.wipe.querySelector('.looks')?.prepend(button('Mark', icons.add, () => this.mark(), { title: 'Mark what the machine missed (M)' }));
    this.listen();
  }

  async open(): Promise<void> {
    const wanted = new URLSearchParams(location.search).get('id') ?? undefined;
    this.groups = (await get<{ groups: ReviewGroup[] }>(filmPath(this.film.id, '/groups'), this.context.signal)).groups;
    const state = wanted ? 'all' : this.groups.some(group => group.waiting > 0) ? 'waiting' : 'all';
    const kind = wanted ? wanted.replace(/-\d+-[0-9a-f]+$/, '') : null;
    await this.look({ state, shot: null, kind: this.groups.some(group => group.kind === kind) ? kind : null }, wanted);
  }

  private listen(): void {
    const { context, screen, queue } = this;
    queue.addEventListener('change', () => this.show());
    this.triage.addEventListener('filter', event => void this.look((event as CustomEvent<Filter>).detail));
    screen.addEventListener('shown', () => {
      this.trouble.querySelector('.fault')?.remove();
      if (screen.frame !== this.foundFrame) this.masks.findings = [];
      void this.find();
    });
    screen.addEventListener('fault', () => { if (screen.fault) this.trouble.replaceChildren(faultNote(screen.fault, () => screen.retry())); });
    context.signal.addEventListener('abort', () => screen.close());
    context.live.on('film', detail => { if (detail.id === this.film.id) void this.refresh(); }, context.signal);
    context.live.on('reset', () => void this.refresh(), context.signal);
    this.useKeys();
  }

  private useKeys(): void {
    const { queue, panel, transport } = this;
    const rows: KeyRow[] = [
      { show: 'A', words: 'Accept', press: { a: () => panel.choose('accept') } },
      { show: 'R', words: 'Reject', press: { r: () => panel.choose('reject') } },
      { show: 'E', words: 'Edit: redraw the mask, choose where the repair is taken from', press: { e: () => this.edit() } },
      { show: 'U', words: 'Undo the last decision', press: { u: () => void this.undo() } },
      { show: 'J K ↓ ↑', words: 'Next and the one before', press: { j: () => queue.step(1), k: () => queue.step(-1), ArrowDown: () => queue.step(1), ArrowUp: () => queue.step(-1) } },
      { show: 'G', words: 'Decide about the whole group', press: { g: () => panel.widen('group') } },
      { show: 'T', words: 'Decide about all like this one', press: { t: () => panel.widen('like') } },
      { show: 'M', words: 'Mark what the machine missed', press: { m: () => this.mark() } },
      ...wipeKeys(this.screen.wipe),
      ...transport.keys.filter(row => /Space|, \.|Home/.test(row.show)),
    ];
    this.context.keys(rows);
  }

  private async look(filter: Filter, id?: string): Promise<void> {
    this.alike.clear();
    await attempt(this.trouble, () => this.queue.open(filter, id));
    this.triage.show(this.groups, this.queue.shownFilter);
  }

  private show(): void {
    const { current } = this.queue;
    this.list.show();
    this.panel.show(current?.item ?? null);
    this.done.hidden = current !== null && (this.queue.left > 0 || this.queue.shownFilter.state === 'all');
    if (!this.done.hidden) this.done.replaceChildren(h('b', {}, this.queue.shownFilter.state === 'waiting' ? 'Nothing waits here.' : 'Nothing here.'), h('p', { class: 'soft' }, 'Look at another kind or state on the left, or render what was decided.'));
    if (!current || current.item.id === this.shownId) return;
    if (this.editing) this.marker.end();
    this.shownId = current.item.id;
    const { item } = current;
    const [first, last] = range(item.frames);
    this.screen.show(item.box ? first : Math.floor((first + last) / 2));
    if (item.box) {
      this.screen.wipe.lookAt(boxOf(item.box));
      this.screen.wipe.splitAt(item.box.x + item.box.width / 2);
    } else this.screen.wipe.zoomTo(1);
    this.masks.current = item.id;
  }

  private async find(): Promise<void> {
    const { frame } = this.screen;
    if (frame === this.foundFrame) return;
    const answer = await get<{ findings: FrameFinding[] }>(filmPath(this.film.id, `/frames/${frame}/findings`), this.context.signal).catch(() => null);
    if (!answer || frame !== this.screen.frame) return;
    this.foundFrame = frame;
    this.masks.findings = answer.findings;
    this.masks.current = this.shownId;
  }

  /** A click on a finding goes to it, wherever it stands. */
  private choose(finding: FrameFinding): void {
    const at = this.queue.items.findIndex(one => one.item.id === finding.id);
    if (at >= 0) this.queue.go(at);
    else void this.look({ state: 'all', shot: finding.shot, kind: finding.kind }, finding.id);
  }

  // About as sure: within a tenth; more of them would not be like this one.
  private reach(item: ProposalItem, scope: Scope): number | null {
    if (scope === 'group') return this.groups.find(group => group.shot === item.shot && group.kind === item.kind && group.isPerson === item.source.isPerson)?.found ?? null;
    const known = this.alike.get(`${item.shot}:${item.kind}`);
    if (known) return known.filter(one => like(one, item)).length;
    this.alike.set(`${item.shot}:${item.kind}`, []);
    void get<{ items: ProposalItem[] }>(filmPath(this.film.id, `/proposals?shot=${item.shot}&kind=${encodeURIComponent(item.kind)}&state=all&count=20000`), this.context.signal).then(({ items }) => {
      this.alike.set(`${item.shot}:${item.kind}`, items);
      this.panel.tell();
    }, () => this.alike.delete(`${item.shot}:${item.kind}`));
    return null;
  }

  private async decide({ verdict, scope, reason }: Choice, edit?: Edit): Promise<void> {
    const one = this.queue.current;
    if (!one) return;
    const { item } = one;
    const names = scope === 'group' ? [`${item.shot}:${item.kind}`] : scope === 'like' ? (this.alike.get(`${item.shot}:${item.kind}`) ?? [item]).filter(other => like(other, item)).map(other => other.id) : [item.id];
    const touched = this.queue.items.filter(other => other === one || (scope === 'group' ? other.item.shot === item.shot && other.item.kind === item.kind : names.includes(other.item.id)));
    for (const other of touched) {
      [other.before, other.saving, other.fault] = [other.item, true, undefined];
      other.item = { ...other.item, verdict, by: this.film.person, ...(reason ? { reason } : {}) };
    }
    this.queue.next();
    try {
      await this.desk.decide(names, verdict, reason, edit);
      for (const other of touched) other.saving = false;
      this.context.say(`${touched.length > 1 || scope !== 'one' ? `${plural(scope === 'one' ? 1 : this.reach(item, scope) ?? touched.length, 'finding')}` : kindWords(item.kind)} ${said[verdict]}, saved.`);
    } catch (cause) {
      for (const other of touched) Object.assign(other, { item: other.before, saving: false });
      one.fault = cause;
      this.context.say('That was not saved.');
    }
    this.queue.changed();
    this.mend(touched.map(other => other.item));
  }

  // Masks say how things stand now.
  private mend(items: ProposalItem[]): void {
    this.foundFrame = -1;
    if (items.some(item => this.screen.frame >= range(item.frames)[0] && this.screen.frame <= range(item.frames)[1])) void this.find();
  }

  private again(one: Queued): void {
    one.fault = undefined;
    this.queue.go(this.queue.items.indexOf(one));
  }

  private async undo(): Promise<void> {
    await attempt(this.panel.fault, async () => {
      const names = await this.desk.undo();
      this.context.say(names === null ? 'There is nothing to undo.' : 'Undone.');
      if (names === null) return;
      const back = names[0];
      await this.queue.open(this.queue.shownFilter, this.queue.find(back ?? '') ? back : undefined);
      this.mend(this.queue.items.map(one => one.item));
    });
  }

  private edit(): void {
    const one = this.queue.current;
    if (!one?.item.box || this.marker.active) return;
    const { item } = one;
    const box = item.box as NonNullable<ProposalItem['box']>;
    void get<{ findings: FrameFinding[] }>(filmPath(this.film.id, `/frames/${range(item.frames)[0]}/findings`), this.context.signal).then(({ findings }) => {
      this.editing = true;
      this.screen.wipe.findings = false;
      this.donors.show(range(item.frames)[0], box, Number(item.change?.['donor'] ?? 0));
      this.panel.extra.replaceChildren(this.donors.element);
      this.startMarker({
        title: `Edit ${kindWords(item.kind).toLowerCase()}`, kinds: [item.kind], frames: null, region: findings.find(finding => finding.id === item.id)?.region ?? { box, runs: [] }, near: [box.x, box.y],
        save: mask => void this.decide({ verdict: 'edit', scope: 'one', reason: '' }, { mask, ...(this.donors.offset === 0 ? {} : { change: { ...item.change, donor: this.donors.offset } }) }),
      });
    }, (cause: unknown) => this.panel.fault.replaceChildren(faultNote(cause)));
  }

  private mark(): void {
    if (this.marker.active) return;
    const { current } = this.queue;
    const [width, height] = this.screen.wipe.source;
    const near: [number, number] = current?.item.box ? [current.item.box.x, current.item.box.y + current.item.box.height + 10] : [width / 2, height / 2];
    const first = current && markable.includes(current.item.kind) ? current.item.kind : 'dirt';
    this.screen.wipe.findings = false;
    this.startMarker({
      title: 'Mark what was missed', kinds: [first, ...markable.filter(kind => kind !== first)], frames: String(this.screen.frame), near,
      save: (region, kind, frames) => void attempt(this.trouble, async () => {
        await this.desk.wish({ kind, frames, region });
        this.context.say(`${kindWords(kind)} marked, saved. It is repaired at the next render.`);
        await this.refresh();
        this.mend(this.queue.items.map(one => one.item));
      }),
    });
  }

  private startMarker(marking: Omit<Parameters<Marker['begin']>[0], 'end'>): void {
    this.context.keys([...this.marker.keys, ...wipeKeys(this.screen.wipe).filter(row => row.show !== '← →')]);
    this.marker.begin({ ...marking, end: () => {
      this.editing = false;
      this.screen.wipe.findings = true;
      this.donors.close();
      this.panel.extra.replaceChildren();
      this.useKeys();
    } });
  }

  private regroup(groups: ReviewGroup[]): void {
    this.groups = groups;
    this.triage.show(groups, this.queue.shownFilter);
    this.triage.refresh();
  }

  private async refresh(): Promise<void> {
    const { signal } = this.context;
    const [film, { groups }] = await Promise.all([get<Film>(filmPath(this.film.id), signal), get<{ groups: ReviewGroup[] }>(filmPath(this.film.id, '/groups'), signal)]).catch(() => [this.film, { groups: this.groups }] as const);
    Object.assign(this.film, { output: undefined, job: undefined }, film);
    filmHead(this.context, this.film, 'review');
    this.render.show(this.film);
    this.screen.take(this.film, this.transport.bar);
    this.regroup(groups);
  }
}

const said = { accept: 'accepted', reject: 'rejected', edit: 'edited', wait: 'waits again' };

const like = (a: ProposalItem, b: ProposalItem): boolean => Math.abs(a.confidence - b.confidence) <= 0.1 + 1e-9;

