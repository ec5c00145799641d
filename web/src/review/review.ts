import { button, h, icons, kindWords, range } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import { wipeKeys } from '../elements/wipe-keys.ts';
import { Alike } from './alike.ts';
import { askName } from '../shell/ask-name.ts';
import { calm } from '../shell/calm.ts';
import { filmPath, get } from '../shell/api.ts';
import { DecidePanel, type Choice, type Scope } from './decide-panel.ts';
import { Desk } from './desk.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import { filmHead } from '../film/film-head.ts';
import { boxOf } from '../film/mask.ts';
import { lostChoices, lostWords, type LostChoice } from './lost-frame.ts';
import { Masks } from '../film/masks.ts';
import type { Film, ProposalItem, ReviewGroup, ReviewGroups } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { Preview } from '../film/preview.ts';
import { QueueList } from './queue-list.ts';
import { Queue, type Filter, type Queued } from './queue.ts';
import { RenderBar } from '../film/render-bar.ts';
import { Retouch } from './retouch.ts';
import { Screen } from '../film/screen.ts';
import { Threshold } from './threshold.ts';
import { Transport } from '../film/transport.ts';
import { Triage } from './triage.ts';
import { plural } from '../shell/words.ts';

/** The inbox of a film: a queue of findings, each looked at closely, and one key for each decision. */
export class Review {
  private readonly screen: Screen;
  private readonly transport: Transport;
  private readonly masks: Masks;
  private readonly desk: Desk;
  private readonly queue: Queue;
  private readonly list: QueueList;
  private readonly alike: Alike;
  private readonly panel: DecidePanel;
  private readonly preview: Preview;
  private readonly triage: Triage;
  private readonly render: RenderBar;
  private readonly retouch: Retouch;
  private readonly trouble = h('div', { class: 'on-screen' });
  private readonly done = h('div', { class: 'queue-done', hidden: true });
  private groups: ReviewGroup[] = [];
  private shownId = '';
  private foundFrame = -1;

  constructor(private readonly context: Context, private readonly film: Film, main: HTMLElement) {
    const { signal } = context;
    this.screen = new Screen(film, h('span', { hidden: true }));
    this.transport = new Transport(film, this.screen, signal);
    this.screen.take(film, this.transport.bar);
    this.masks = new Masks(this.screen.wipe, finding => { if (finding) this.choose(finding); });
    this.desk = new Desk(film.id, context.studio, groups => this.regroup(groups));
    this.queue = new Queue(film.id, signal);
    this.list = new QueueList(this.queue, one => this.again(one));
    this.alike = new Alike(film.id, signal, () => this.panel.tell());
    this.panel = new DecidePanel(choice => void this.decide(choice), () => this.edit(), () => void this.undo(), (item, scope) => this.reach(item, scope), choice => this.see(choice));
    this.preview = new Preview(film.id, this.screen, signal);
    this.preview.active = true;
    this.preview.addEventListener('change', () => { if (this.preview.fault) this.trouble.replaceChildren(faultNote(this.preview.fault)); });
    this.triage = new Triage(kind => new Threshold(film.id, kind, this.desk, words => {
      context.say(words);
      void this.refresh();
    }));
    this.render = new RenderBar(film, context);
    this.retouch = new Retouch(this.screen, film, this.panel, () => context.keys([...this.retouch.marker.keys, ...wipeKeys(this.screen.wipe).filter(row => row.show !== '← →')]), () => this.useKeys());
    main.append(h('h1', { class: 'aloud' }, `Review of ${film.name}`), this.triage.element,
      h('div', { class: 'material' }, this.retouch.marker.bar, h('div', { class: 'screen' }, this.screen.wipe, this.trouble)),
      h('aside', { class: 'side', 'aria-label': 'Decision' }, this.done, this.panel.element, this.list.element, this.render.element));
    this.screen.wipe.querySelector('.looks')?.prepend(button('Mark', icons.add, () => this.mark(), { title: 'Mark what the machine missed (M)' }));
    this.listen();
  }

  async open(): Promise<void> {
    const wanted = new URLSearchParams(location.search).get('id') ?? undefined;
    const { groups, unmatched } = await get<ReviewGroups>(filmPath(this.film.id, '/groups'), this.context.signal);
    this.groups = groups;
    this.triage.unmatched = unmatched;
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
    const refresh = calm(() => void this.refresh());
    context.live.on('film', detail => { if (detail.id === this.film.id) refresh(); }, context.signal);
    context.live.on('reset', refresh, context.signal);
    this.useKeys();
  }

  private useKeys(): void {
    const { queue, panel, transport } = this;
    const rows: KeyRow[] = [
      { show: 'A', words: 'Accept', press: { a: () => panel.choose('accept') } },
      { show: 'R', words: 'Reject', press: { r: () => panel.choose('reject') } },
      { show: 'E', words: 'Edit: redraw the mask, choose where the repair is taken from', press: { e: () => this.edit() } },
      { show: 'H L N', words: 'Hold, leave, generate a frame that repeats another or is lost: first seen, then decided', press: Object.fromEntries(lostChoices.map(choice => [choice.key, () => panel.lost.press(choice)])) },
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
    this.alike.forget();
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
    this.retouch.leave();
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
    const answer = await get<{ proposals: ProposalItem[] }>(filmPath(this.film.id, `/frames/${frame}/proposals`), this.context.signal).catch(() => null);
    if (!answer || frame !== this.screen.frame) return;
    this.foundFrame = frame;
    this.masks.findings = answer.proposals;
    this.masks.current = this.shownId;
  }

  /** A click on a finding goes to it, wherever it stands. */
  private choose(finding: ProposalItem): void {
    const at = this.queue.items.findIndex(one => one.item.id === finding.id);
    if (at >= 0) this.queue.go(at);
    else void this.look({ state: 'all', shot: finding.shot, kind: finding.kind }, finding.id);
  }

  private reach(item: ProposalItem, scope: Scope): number | null {
    if (scope === 'like') return this.alike.of(item)?.length ?? null;
    return this.groups.find(group => group.shot === item.shot && group.kind === item.kind && group.isPerson === item.source.isPerson)?.found ?? null;
  }

  private async decide({ verdict, scope, reason, edit }: Choice): Promise<void> {
    const one = this.queue.current;
    if (!one) return;
    if (!(await askName(this.context.studio))) return;
    const { item } = one;
    const names = scope === 'group' ? [`${item.shot}:${item.kind}`] : scope === 'like' ? (this.alike.of(item) ?? [item]).map(other => other.id) : [item.id];
    const touched = this.queue.items.filter(other => other === one || (scope === 'group' ? other.item.shot === item.shot && other.item.kind === item.kind : names.includes(other.item.id)));
    for (const other of touched) {
      [other.before, other.saving, other.fault] = [other.item, true, undefined];
      other.item = { ...other.item, now: { verdict, by: this.context.studio.person, ...(reason ? { reason } : {}) }, ...(edit?.change ? { change: edit.change } : {}) };
    }
    this.queue.next();
    try {
      await this.desk.decide(names, verdict, reason, edit);
      for (const other of touched) other.saving = false;
      this.context.say(`${touched.length > 1 || scope !== 'one' ? `${plural(scope === 'one' ? 1 : this.reach(item, scope) ?? touched.length, 'finding')}` : kindWords(item.kind)} ${lostWords({ kind: item.kind, ...(edit?.change ? { change: edit.change } : {}) }, verdict)?.toLowerCase() ?? said[verdict]}, saved.`);
    } catch (cause) {
      for (const other of touched) Object.assign(other, { item: other.before, saving: false });
      one.fault = cause;
      this.context.say('That was not saved.');
    }
    this.queue.changed();
    this.mend(touched.map(other => other.item));
  }

  // What a choice makes of the frame, in place of the restored picture.
  private see(choice: LostChoice | null): void {
    const item = this.queue.current?.item;
    if (!choice || !item) {
      this.preview.clear();
      return;
    }
    const [first] = range(item.frames);
    if (this.screen.frame !== first) this.screen.show(first);
    this.preview.try(item.kind, choice.verdict, choice.edit?.change);
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
    const item = this.queue.current?.item;
    if (!item) return;
    void attempt(this.panel.fault, async () => {
      const { proposals } = await get<{ proposals: ProposalItem[] }>(filmPath(this.film.id, `/frames/${range(item.frames)[0]}/proposals`), this.context.signal);
      this.retouch.edit(item, proposals, edit => void this.decide({ verdict: 'edit', scope: 'one', reason: '', edit }));
    });
  }

  private mark(): void {
    this.retouch.mark(this.queue.current?.item ?? null, wish => void attempt(this.trouble, async () => {
      await this.desk.wish(wish);
      this.context.say(`${kindWords(wish.kind)} marked, saved. It is repaired at the next render.`);
      await this.refresh();
      this.mend(this.queue.items.map(one => one.item));
    }));
  }

  private regroup(groups: ReviewGroup[]): void {
    this.groups = groups;
    this.triage.show(groups, this.queue.shownFilter);
    this.triage.refresh();
  }

  private async refresh(): Promise<void> {
    const { signal } = this.context;
    const read = await Promise.all([get<Film>(filmPath(this.film.id), signal), get<ReviewGroups>(filmPath(this.film.id, '/groups'), signal)]).catch(() => null);
    if (!read) return;
    const [film, { groups, unmatched }] = read;
    Object.assign(this.film, { output: undefined, job: undefined }, film);
    filmHead(this.context, this.film, 'review');
    this.render.show(this.film);
    this.screen.take(this.film, this.transport.bar);
    this.regroup(groups);
    this.triage.unmatched = unmatched;
  }
}

const said = { accept: 'accepted', reject: 'rejected', edit: 'edited', wait: 'waits again' };
