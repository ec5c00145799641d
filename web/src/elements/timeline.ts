import { button, clamp, h, kindColour, s, timecode } from './dom.ts';
import { barsPath, linePath, scaleOf, type Curve, type Scale } from './curve.ts';
import type { Plot, PlotLine, Shot } from './types.ts';
import { texts } from '../texts/texts.ts';

export interface TimelineData {
  frames: number;
  rate: readonly [number, number];
  shots: Shot[];
  plots: Plot[];
  /** Frames behind each value. */
  stretch: number;
  partFrames: number;
  /** Frames that have a picture. */
  pictured: number[];
  /** Fetches exact values: for each plot id its lines' values of one part of the film. */
  load: (part: number) => Promise<Record<string, (number | null)[][]>>;
}

interface Row {
  plot: Plot;
  drawing: SVGElement;
  values: HTMLElement;
  scale: HTMLElement;
}

/**
 * <kx-timeline>: shots as bands and measures along the film, one cursor over all. Set `data`. The cursor is `frame`;
 * a person's move fires `kx-frame` ({frame}). Arrows move by a frame, with Shift by ten, Page keys by a shot, + and - zoom.
 */
export class KxTimeline extends HTMLElement {
  /** Height of a plot in CSS pixels; set before `data`. */
  rowHeight = 84;
  private film: TimelineData | null = null;
  private at = 0;
  private view: [number, number] = [0, 1];
  private rows: Row[] = [];
  private width = 600;
  private cuts = new Set<number>();
  private readonly exact = new Map<number, Record<string, (number | null)[][]>>();
  private readonly bands = s('svg', { class: 'bands', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  private readonly plots = h('div', { class: 'plots' });
  private readonly cursor = h('i', { class: 'cursor', 'aria-hidden': 'true' });
  private readonly hair = h('i', { class: 'hair', 'aria-hidden': 'true', hidden: true });
  private readonly place = h('output', { class: 'place' });
  private readonly track = h('div', { class: 'track', role: 'slider', tabindex: 0, 'aria-label': texts.timeline.place });
  private readonly zooms = h('div', { class: 'segmented', role: 'group', 'aria-label': texts.timeline.zoom },
    button('−', null, () => this.zoom(2), { 'aria-label': texts.timeline.zoomOut }), button(texts.timeline.wholeFilm, null, () => this.look(0, Infinity)), button('+', null, () => this.zoom(0.5), { 'aria-label': texts.timeline.zoomIn }));

  constructor() {
    super();
    this.listen();
    new ResizeObserver(() => this.draw()).observe(this.track);
  }

  set data(data: TimelineData) {
    this.film = data;
    this.view = [0, data.frames];
    this.cuts = new Set(data.shots.map(shot => shot.first));
    this.style.setProperty('--row', `${this.rowHeight}px`);
    this.track.setAttribute('aria-valuemin', '0');
    this.track.setAttribute('aria-valuemax', String(data.frames - 1));
    this.rows = data.plots.map(plot => this.row(plot));
    this.plots.replaceChildren(...this.rows.map(row => h('div', { class: 'plot', 'data-plot': row.plot.id },
      h('div', { class: 'legend' }, h('b', {}, row.plot.title), row.values), row.scale, row.drawing)));
    this.track.replaceChildren(this.bands, this.plots, h('div', { class: 'overlay', 'aria-hidden': 'true' }, this.cursor, this.hair));
    this.replaceChildren(h('div', { class: 'top' }, this.place, this.zooms), this.track);
    this.exact.clear();
    this.frame = Math.min(this.at, data.frames - 1);
    this.draw();
  }

  get frame(): number { return this.at; }
  set frame(frame: number) {
    const film = this.film;
    if (!film) return;
    this.at = clamp(Math.round(frame), 0, film.frames - 1);
    if (this.at < this.view[0] || this.at >= this.view[1]) this.look(this.at - (this.view[1] - this.view[0]) / 2, this.view[1] - this.view[0]);
    this.track.setAttribute('aria-valuenow', String(this.at));
    this.tell(this.at);
    this.put(this.cursor, this.at);
  }

  private row(plot: Plot): Row {
    return {
      plot,
      drawing: s('svg', { class: `drawing ${plot.style}`, role: 'img', 'aria-label': texts.timeline.along(plot.title), preserveAspectRatio: 'none' }),
      values: h('div', { class: 'values' }, ...plot.lines.map(line => h('span', { style: `--line-colour:${colour(plot, line)}` }, plot.lines.length > 1 ? line.name : plot.unit, h('b')))),
      scale: h('div', { class: 'scale', 'aria-hidden': 'true' }, h('span'), h('span', {}, plot.lines.length > 1 ? plot.unit : ''), h('span')),
    };
  }

  private look(first: number, frames: number): void {
    const film = this.film;
    if (!film) return;
    const span = clamp(frames, Math.min(24, film.frames), film.frames);
    const start = clamp(first, 0, film.frames - span);
    this.view = [start, start + span];
    this.draw();
  }

  private zoom(by: number): void {
    const span = (this.view[1] - this.view[0]) * by;
    const share = (this.at - this.view[0]) / (this.view[1] - this.view[0]);
    this.look(this.at - span * clamp(share, 0, 1), span);
  }

  private go(frame: number): void {
    this.frame = frame;
    this.dispatchEvent(new CustomEvent('kx-frame', { detail: { frame: this.at }, bubbles: true }));
  }

  private listen(): void {
    const frameAt = (event: PointerEvent): number => {
      const box = this.bands.getBoundingClientRect();
      return Math.floor(this.view[0] + clamp((event.clientX - box.left) / box.width, 0, 0.99999) * (this.view[1] - this.view[0]));
    };
    let down = false;
    this.track.onpointerdown = event => {
      if (event.button !== 0 || event.clientX < this.bands.getBoundingClientRect().left) return;
      down = true;
      this.track.setPointerCapture(event.pointerId);
      this.go(frameAt(event));
    };
    this.track.onpointermove = event => {
      if (down) this.go(frameAt(event));
      else if (event.pointerType === 'mouse') {
        this.hair.hidden = false;
        this.put(this.hair, frameAt(event));
        this.tell(frameAt(event));
      }
    };
    this.track.onpointerup = this.track.onpointercancel = () => { down = false; };
    this.track.onpointerleave = () => {
      this.hair.hidden = true;
      this.tell(this.at);
    };
    this.track.onkeydown = event => this.key(event);
    this.track.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.shiftKey) return;
      event.preventDefault();
      if (event.ctrlKey) this.zoom(event.deltaY < 0 ? 0.7 : 1.4);
      else this.look(this.view[0] + (Math.sign(event.deltaY + event.deltaX) * (this.view[1] - this.view[0])) / 10, this.view[1] - this.view[0]);
    }, { passive: false });
  }

  private key(event: KeyboardEvent): void {
    const film = this.film;
    if (!film || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.shiftKey ? 10 : 1;
    const shot = film.shots.findIndex(one => this.at >= one.first && this.at <= one.last);
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.go(this.at - by), ArrowRight: () => this.go(this.at + by),
      PageUp: () => this.go(film.shots[Math.max(0, shot - 1)]?.first ?? 0), PageDown: () => this.go(film.shots[shot + 1]?.first ?? this.at),
      Home: () => this.go(0), End: () => this.go(film.frames - 1),
      '+': () => this.zoom(0.5), '=': () => this.zoom(0.5), '-': () => this.zoom(2), '0': () => this.look(0, Infinity),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  private put(mark: HTMLElement, frame: number): void {
    const share = (frame + 0.5 - this.view[0]) / (this.view[1] - this.view[0]);
    mark.style.left = `${share * 100}%`;
    mark.classList.toggle('outside', share < 0 || share > 1);
  }

  private tell(frame: number): void {
    const film = this.film;
    if (!film) return;
    const shot = film.shots.find(one => frame >= one.first && frame <= one.last);
    const words = texts.timeline.at(frame, shot);
    this.place.replaceChildren(h('b', { class: 'time' }, timecode(frame, film.rate)), ` ${words}`);
    this.track.setAttribute('aria-valuetext', words);
    for (const { plot, values } of this.rows)
      plot.lines.forEach((line, i) => {
        const value = this.valueAt(plot, line, i, frame);
        const shown = values.children[i]?.querySelector('b');
        if (shown) shown.textContent = value === null ? '–' : texts.measure(value);
      });
  }

  private valueAt(plot: Plot, line: PlotLine, index: number, frame: number): number | null {
    const film = this.film;
    if (!film) return null;
    const part = this.exact.get(Math.floor(frame / film.partFrames))?.[plot.id]?.[index];
    if (part) return part[frame % film.partFrames] ?? null;
    const at = Math.floor(frame / film.stretch);
    const [low, high] = [line.low[at] ?? null, line.high?.[at] ?? null];
    return plot.style === 'bars' ? (high ?? low) : low === null || high === null ? low : (low + high) / 2;
  }

  private draw(): void {
    const film = this.film;
    if (!film) return;
    this.width = Math.max(100, Math.round(this.bands.getBoundingClientRect().width) || 600);
    this.drawBands(film);
    this.fetch(film);
    for (const row of this.rows) this.drawPlot(film, row);
    this.zooms.children[1]?.setAttribute('aria-pressed', String(this.view[1] - this.view[0] >= film.frames));
    this.put(this.cursor, this.at);
  }

  private x(frame: number): number {
    return ((frame - this.view[0]) / (this.view[1] - this.view[0])) * this.width;
  }

  private drawBands(film: TimelineData): void {
    this.bands.setAttribute('viewBox', `0 0 ${this.width} 22`);
    const seen = film.shots.filter(shot => shot.last >= this.view[0] && shot.first < this.view[1]);
    // Thousands of shots are thinner than a pixel: neighbours are then drawn as one.
    const bands: SVGElement[] = [];
    let drawn = -1;
    for (const shot of seen) {
      const [left, right] = [this.x(shot.first), this.x(shot.last + 1)];
      if (right - drawn < 1) continue;
      const band = s('rect', { x: left, y: 0, width: Math.max(0.5, right - left - (right - left > 3 ? 1 : 0)), height: 14, class: `${shot.kind}${shot.index % 2 ? ' odd' : ''}` });
      bands.push(band);
      drawn = right;
    }
    const dots = film.pictured.filter(frame => frame >= this.view[0] && frame < this.view[1]).map(frame => s('circle', { cx: this.x(frame + 0.5), cy: 18.5, r: 1.8 }));
    this.bands.replaceChildren(...bands, ...dots);
  }

  // Exact values are fetched where a person looks closer than the overview shows.
  private fetch(film: TimelineData): void {
    if (film.stretch === 1 || this.view[1] - this.view[0] > 2 * film.partFrames) return;
    for (let part = Math.floor(this.view[0] / film.partFrames); part <= Math.floor((this.view[1] - 1) / film.partFrames); part++) {
      if (this.exact.has(part)) continue;
      this.exact.set(part, {});
      void film.load(part).then(values => {
        this.exact.set(part, values);
        this.draw();
      }, () => undefined);
    }
  }

  private drawPlot(film: TimelineData, { plot, drawing, scale }: Row): void {
    const range: Scale = scaleOf(plot.style, plot.lines);
    const curve: Curve = { x: frame => this.x(frame), first: this.view[0], last: this.view[1], width: this.width, height: this.rowHeight, scale: range, cut: frame => this.cuts.has(frame) };
    drawing.setAttribute('viewBox', `0 0 ${this.width} ${this.rowHeight}`);
    const zero = range.y(0, this.rowHeight);
    const marks = range.low < 0 && range.high > 0 ? [s('path', { class: 'zero', d: `M0 ${zero}H${this.width}` })] : [];
    drawing.replaceChildren(...marks, ...plot.lines.map((line, i) => {
      const values = (at: number): [number | null, number | null] => this.span(film, plot, line, i, at);
      const step = this.stepOf(film);
      const d = plot.style === 'bars' ? barsPath(curve, step, values) : linePath(curve, step, values);
      return s('path', { d, class: line.name, style: `--line-colour:${colour(plot, line)}`, 'vector-effect': 'non-scaling-stroke' });
    }));
    const [top, , bottom] = scale.children;
    if (top && bottom) [top.textContent, bottom.textContent] = [texts.measure(range.high), texts.measure(range.low)];
  }

  private stepOf(film: TimelineData): number {
    return this.exactView(film) ? 1 : film.stretch;
  }

  private exactView(film: TimelineData): boolean {
    if (film.stretch === 1 || this.view[1] - this.view[0] > 2 * film.partFrames) return film.stretch === 1;
    for (let part = Math.floor(this.view[0] / film.partFrames); part <= Math.floor((this.view[1] - 1) / film.partFrames); part++)
      if (Object.keys(this.exact.get(part) ?? {}).length === 0) return false;
    return true;
  }

  // Least and greatest value from one frame on, for as many frames as a step has.
  private span(film: TimelineData, plot: Plot, line: PlotLine, index: number, frame: number): [number | null, number | null] {
    if (film.stretch > 1 && this.stepOf(film) === 1) {
      const value = this.exact.get(Math.floor(frame / film.partFrames))?.[plot.id]?.[index]?.[frame % film.partFrames] ?? null;
      return [value, value];
    }
    const at = Math.floor(frame / film.stretch);
    const low = line.low[at] ?? null;
    return [low, line.high ? (line.high[at] ?? null) : low];
  }
}

function colour(plot: Plot, line: PlotLine): string {
  // A measure of one kind of damage has that kind's colour, as everywhere on the page.
  if (plot.lines.length === 1) return kindColour(plot.id);
  if (line.name === 'before') return 'var(--plot-before)';
  const index = plot.lines.filter(one => one.name !== 'before').indexOf(line);
  return index === 0 ? 'var(--plot-a)' : 'var(--plot-b)';
}
