import { h, range } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import type { Verdict } from '../elements/types.ts';
import { wipeKeys } from '../elements/wipe-keys.ts';
import { filmPath, get, workPath } from '../shell/api.ts';
import type { Choice } from '../review/decide-panel.ts';
import type { Edit, Wish } from '../review/review-client.ts';
import { faultNote } from '../shell/fault-note.ts';
import { filmHead } from './film-head.ts';
import { boxOf } from './mask.ts';
import { Masks } from './masks.ts';
import type { Film, ProposalItem } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import type { PlaceView, ReviewHost } from '../review/place-view.ts';
import { Preview, type Trying } from './preview.ts';
import type { ProposalPage } from '../review/proposals.ts';
import { RenderBar } from './render-bar.ts';
import { isLostFrame } from '../review/lost-frame.ts';
import { Retouch } from '../review/retouch.ts';
import { applies } from '../review/verdicts.ts';
import { Screen } from './screen.ts';
import { Transport } from './transport.ts';

/** Places in a film: the frame before and after, with its masks over it. */
export class FilmView implements PlaceView {
  private readonly screen: Screen;
  private readonly transport: Transport;
  private readonly masks: Masks;
  private readonly preview: Preview;
  private readonly retouch: Retouch;
  private readonly bar: RenderBar;
  readonly element: HTMLElement;
  private shown: ProposalItem | null = null;
  private foundFrame = -1;

  constructor(private readonly context: Context, private readonly film: Film, host: ReviewHost) {
    const { signal } = context;
    this.screen = new Screen(film, h('span', { hidden: true }));
    this.transport = new Transport(film, this.screen, signal);
    this.screen.take(film, this.transport.bar);
    this.masks = new Masks(this.screen.wipe, finding => { if (finding) host.choose(finding); });
    this.preview = new Preview(film.id, this.screen, signal);
    this.preview.active = true;
    this.preview.addEventListener('change', () => { if (this.preview.fault) host.trouble.replaceChildren(faultNote(this.preview.fault)); });
    this.bar = new RenderBar(film, context);
    this.retouch = new Retouch(this.screen, film, host.extra, () => host.takeKeys([...this.retouch.marker.keys, ...wipeKeys(this.screen.wipe).filter(({ press }) => !press?.['ArrowLeft'])]), () => host.takeKeys(null));
    this.element = h('div', { class: 'material' }, this.retouch.marker.bar, h('div', { class: 'screen' }, this.screen.wipe, host.trouble));
    this.screen.addEventListener('shown', () => {
      host.trouble.querySelector('.fault')?.remove();
      if (this.screen.frame !== this.foundFrame) this.masks.findings = [];
      void this.find();
    });
    this.screen.addEventListener('fault', () => { if (this.screen.fault) host.trouble.replaceChildren(faultNote(this.screen.fault, () => this.screen.retry())); });
    signal.addEventListener('abort', () => this.screen.close());
  }

  get run(): HTMLElement { return this.bar.element; }

  get keys(): KeyRow[] { return [...wipeKeys(this.screen.wipe), ...this.transport.keys.filter(({ press }) => press?.[' '] || press?.[','] || press?.['j'] || press?.['Home'])]; }

  show(item: ProposalItem): void {
    this.shown = item;
    this.screen.show(frameOf(item));
    if (item.box) {
      this.screen.wipe.lookAt(boxOf(item.box));
      this.screen.wipe.splitAt(item.box.x + item.box.width / 2);
    } else this.screen.wipe.zoomTo(1);
    this.masks.current = item.id;
    this.tryOn(item);
  }

  soon(item: ProposalItem): void {
    this.screen.soon = frameOf(item);
    const trial = trialOf(item);
    if (trial) this.preview.soon(frameOf(item), trial);
  }

  // Masks say how things stand now. A decision may be about more than what it was taken on.
  mend(items: ProposalItem[]): void {
    this.foundFrame = -1;
    if (items.some(item => this.screen.frame >= range(item.frames)[0] && this.screen.frame <= range(item.frames)[1])) void this.find();
    const shown = items.find(item => item.id === this.shown?.id);
    if (shown) {
      this.shown = shown;
      this.tryOn(shown);
    } else this.preview.again();
  }

  private tryOn(item: ProposalItem): void {
    const trial = trialOf(item);
    if (trial) this.preview.try(trial);
    else this.preview.clear();
  }

  see(item: ProposalItem, choice: Pick<Choice, 'verdict' | 'edit'> | null): void {
    if (!choice) {
      this.preview.clear();
      return;
    }
    const [first] = range(item.frames);
    if (this.screen.frame !== first) this.screen.show(first);
    this.preview.try({ decision: { kind: item.kind, verdict: choice.verdict, ...(choice.edit?.change ? { change: choice.edit.change } : {}) } });
  }

  async edit(item: ProposalItem, save: (edit: Edit) => void): Promise<void> {
    const { items } = await get<ProposalPage>(workPath(this.film.id, `/proposals/at/${range(item.frames)[0]}`), this.context.signal);
    this.retouch.edit(item, items, save);
  }

  mark(item: ProposalItem | null, save: (wish: Wish) => void): void { this.retouch.mark(item, save); }

  outline(meant: ((finding: ProposalItem) => boolean) | null): void { this.masks.affected = meant; }

  leave(): void { this.retouch.leave(); }

  async refresh(): Promise<void> {
    const film = await get<Film>(filmPath(this.film.id), this.context.signal);
    Object.assign(this.film, { output: undefined, job: undefined }, film);
    filmHead(this.context, this.film, 'review');
    this.bar.show(this.film);
    this.screen.take(this.film, this.transport.bar);
  }

  private async find(): Promise<void> {
    const { frame } = this.screen;
    if (frame === this.foundFrame) return;
    const answer = await get<ProposalPage>(workPath(this.film.id, `/proposals/at/${frame}`), this.context.signal).catch(() => null);
    if (!answer || frame !== this.screen.frame) return;
    this.foundFrame = frame;
    this.masks.findings = answer.items;
    if (this.shown) this.masks.current = this.shown.id;
  }
}

/** Where it is looked at. */
function frameOf(item: ProposalItem): number {
  const [first, last] = range(item.frames);
  return item.box ? first : Math.floor((first + last) / 2);
}

/** The repair is seen before it is decided on, and as it was decided before it is rendered; null where nothing is to be tried. What is to become of a lost frame is chosen first. */
function trialOf(item: ProposalItem): Trying | null {
  const { verdict } = item.now;
  const then: Verdict = verdict === 'wait' ? 'accept' : verdict;
  if (isLostFrame(item) || applies(then) === applies(item.rendered?.verdict ?? 'wait') && then !== 'edit') return null;
  return verdict === 'wait' ? { decision: { kind: item.kind, verdict: then, ...(item.box ? { box: item.box } : {}) } } : {};
}
