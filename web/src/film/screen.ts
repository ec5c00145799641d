import { clamp, h, range } from '../elements/dom.ts';
import { KxWipe } from '../elements/wipe.ts';
import type { Fault } from '../shell/api.ts';
import { FrameStore, type Side, type Wanted } from './frame-store.ts';
import type { Film } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

const ahead = 20;
const behind = 4;
const restsAfter = 150;

/**
 * The picture of a film: exact frames on canvases, before and after drawn together or not at all.
 * Fires `shown` when a frame is on the screen, `loaded` when any is at hand, `fault` when the wanted one cannot be had.
 */
export class Screen extends EventTarget {
  readonly wipe = new KxWipe();
  private readonly canvases: Record<Side, HTMLCanvasElement> = {
    before: h('canvas', { role: 'img', 'aria-label': texts.player.before }), after: h('canvas', { role: 'img', 'aria-label': texts.player.after }),
  };
  private store: FrameStore;
  private wanted = 0;
  private drawn = -1;
  private sharp = false;
  private direction = 1;
  private rest = 0;
  private shownInstead: ImageBitmap | null = null;
  private isAlone = false;
  /** A frame that will most likely be gone to. */
  soon = -1;
  private controls: HTMLElement;

  constructor(private film: Film, controls: HTMLElement) {
    super();
    this.controls = controls;
    this.store = this.open();
    this.wipe.setAttribute('inspect', '');
    this.take(film, controls);
    new ResizeObserver(() => this.want()).observe(this.wipe);
  }

  /** The frame on the screen, or on its way there. */
  get frame(): number { return this.wanted; }

  /** Whether the wanted frame is what is seen. */
  get settled(): boolean { return this.drawn === this.wanted; }

  /** Whether another picture stands in place of the restored one. */
  get previews(): boolean { return this.shownInstead !== null; }

  get alone(): boolean { return this.isAlone; }

  /** While another picture of the shown frame is made, the frames around it are not asked for: the machine has enough to do. Until somebody steps on. */
  set alone(alone: boolean) {
    if (alone === this.isAlone) return;
    this.isAlone = alone;
    this.want();
  }

  /** Whether a frame can be shown at once. */
  ready(frame: number): boolean { return this.best(frame) !== null; }

  /** A film that was rendered again has other pictures after. */
  take(film: Film, controls: HTMLElement): void {
    const anew = film.output?.made !== this.film.output?.made;
    this.film = film;
    const { width, height } = film.source;
    this.wipe.source = [width, height];
    this.wipe.deepest = Math.max(8, 2 ** Math.ceil(Math.log2((width / 600) * 16)));
    this.controls = controls;
    this.arrange();
    if (!anew) return;
    this.store.close();
    this.store = this.open();
    this.drawn = -1;
    this.show(this.wanted);
  }

  show(frame: number, direction = Math.sign(frame - this.wanted) || this.direction): void {
    this.direction = direction;
    const to = clamp(frame, 0, this.film.source.frames - 1);
    if (to !== this.wanted) {
      if (this.shownInstead) this.preview(null);
      this.isAlone = false;
    }
    this.wanted = to;
    this.wipe.printed = this.film.shots.find(shot => to >= shot.first && to <= shot.last)?.printed ?? null;
    this.sharp = false;
    this.draw();
    this.want();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.sharp = true;
      this.want();
      this.draw();
    }, restsAfter);
  }

  /** A frame before restoration, where it is at hand. */
  neighbour(frame: number): ImageBitmap | null {
    return this.store.get({ side: 'before', frame, width: this.width }) ?? this.store.get({ side: 'before', frame, width: 0 });
  }

  /** Shows another picture in place of the restored one, until a frame is shown again. */
  preview(picture: ImageBitmap | null): void {
    this.shownInstead?.close();
    this.shownInstead = picture;
    this.arrange();
    this.draw();
  }

  /** Why the wanted frame cannot be shown. */
  get fault(): Fault | null {
    return this.sides(this.wanted).map(side => this.store.faultOf({ side, frame: this.wanted, width: this.width })).find(one => one) ?? null;
  }

  retry(): void { this.store.retry(); }

  close(): void {
    clearTimeout(this.rest);
    this.store.close();
  }

  private get hasAfter(): boolean { return this.film.output !== undefined; }

  private open(): FrameStore {
    const store = new FrameStore(this.film.id, encodeURIComponent(this.film.output?.made ?? ''));
    store.addEventListener('frame', () => {
      this.draw();
      this.dispatchEvent(new Event('loaded'));
      if (this.fault) this.dispatchEvent(new Event('fault'));
    });
    return store;
  }

  // Without anything after there is nothing to compare.
  private arrange(): void {
    const { source } = this.film;
    const [across, down] = source.sampleAspect ?? [1, 1];
    const after = this.hasAfter || this.shownInstead ? this.canvases.after : null;
    this.wipe.showSides(this.canvases.before, after, [(source.width * across) / down, source.height], this.controls);
    this.wipe.previews = this.shownInstead !== null;
  }

  // A part of the film may be all that was rendered.
  private sides(frame: number): Side[] {
    const [first, last] = this.film.output?.range ? range(this.film.output.range) : [0, Infinity];
    return this.hasAfter && frame >= first && frame <= last ? ['before', 'after'] : ['before'];
  }

  // Widths in steps, so that a small change of the window asks for nothing new.
  private get width(): number {
    const pixels = Math.ceil((this.canvases.before.clientWidth * devicePixelRatio) / 160) * 160;
    return pixels === 0 || pixels >= this.film.source.width ? 0 : pixels;
  }

  private want(): void {
    const { width } = this;
    const list: Wanted[] = [];
    const add = (frame: number, size = width): void => {
      if (frame >= 0 && frame < this.film.source.frames) for (const side of this.sides(frame)) list.push({ side, frame, width: size });
    };
    add(this.wanted);
    if (this.sharp && width > 0) add(this.wanted, 0);
    add(this.soon);
    for (let i = 1; i <= ahead && !this.isAlone; i++) {
      add(this.wanted + i * this.direction);
      if (i <= behind) add(this.wanted - i * this.direction);
    }
    this.store.want(list);
  }

  private best(frame: number): ImageBitmap[] | null {
    const sides = this.sides(frame);
    for (const width of this.width === 0 ? [0] : [0, this.width]) {
      const found = sides.map(side => this.store.get({ side, frame, width })).filter(one => one !== null);
      if (found.length === sides.length) return found;
    }
    return null;
  }

  private draw(): void {
    const pictures = this.best(this.wanted);
    const [before] = pictures ?? [];
    if (!before) return;
    const after = this.shownInstead ?? pictures?.[1] ?? before;
    this.paint('before', before);
    this.paint('after', after);
    const first = this.drawn !== this.wanted;
    this.drawn = this.wanted;
    if (first) this.dispatchEvent(new Event('shown'));
  }

  private paint(side: Side, picture: ImageBitmap): void {
    const canvas = this.canvases[side];
    if (canvas.width !== picture.width || canvas.height !== picture.height) [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  }
}
