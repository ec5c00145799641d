import { button, clamp, h, icons, kindColour, kindWords, s } from '../elements/dom.ts';
import type { KxWipe } from '../elements/wipe.ts';
import type { KeyRow } from '../elements/keys.ts';
import { eachRun, regionOf } from '../film/mask.ts';
import type { RegionMask } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

type Tool = 'box' | 'brush' | 'erase';

export interface Marking {
  title: string;
  /** What may be marked; one where it is known already. */
  kinds: string[];
  /** "12-40" or "12"; null where it is known already. */
  frames: string | null;
  region?: RegionMask | undefined;
  /** Where to begin without a region. */
  near: readonly [number, number];
  save: (region: RegionMask, kind: string, frames: string) => void;
  end: () => void;
}

const tools: [Tool, string][] = [['box', icons.box], ['brush', icons.brush], ['erase', icons.reject]];

/** A region drawn over the picture with the pointer, or with the keys as a box that moves and grows. */
export class Marker {
  private marking: Marking | null = null;
  private tool: Tool = 'box';
  private inside = new Uint8Array(0);
  private box = { x: 0, y: 0, width: 24, height: 24 };
  private radius = 6;
  private readonly canvas = h('canvas', { class: 'marker', tabindex: 0, role: 'application', 'aria-label': texts.marking.canvas });
  private readonly outline = s('rect');
  private readonly overlay = s('svg', { class: 'marker-box', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, this.outline);
  private readonly title = h('b');
  private readonly toolButtons = h('div', { class: 'segmented', role: 'group', 'aria-label': texts.marking.tool },
    ...tools.map(([tool, path]) => button(texts.marking[tool], path, () => this.use(tool), { 'data-tool': tool })));
  private readonly size = h('input', { type: 'range', min: 1, max: 60, value: 6, 'aria-label': texts.marking.brushSize });
  private readonly kind = h('select', { 'aria-label': texts.marking.kind });
  private readonly frames = h('input', { type: 'text', class: 'time', 'aria-label': texts.marking.frames, title: texts.marking.framesTitle, size: 5 });
  readonly bar = h('div', { class: 'marker-bar', role: 'toolbar', 'aria-label': texts.acts.mark, hidden: true }, this.title, this.kind, this.frames, this.toolButtons, this.size,
    button(texts.acts.save, icons.accept, () => this.save(), { class: 'primary' }), button(texts.acts.cancel, null, () => this.end()));

  constructor(private readonly wipe: KxWipe) {
    this.size.addEventListener('input', () => { this.radius = Number(this.size.value); });
    this.kind.addEventListener('change', () => this.paintAll());
    this.listen();
  }

  get active(): boolean { return this.marking !== null; }

  begin(marking: Marking): void {
    this.marking = marking;
    const [width, height] = this.wipe.source;
    this.inside = new Uint8Array(width * height);
    [this.canvas.width, this.canvas.height] = [width, height];
    if (marking.region) eachRun(marking.region, (x, y, length) => this.inside.fill(1, y * width + x, y * width + x + length));
    const side = Math.round(clamp(90 / this.wipe.magnification, 6, width / 3));
    this.box = this.within({ x: Math.round(marking.near[0] - side / 2), y: Math.round(marking.near[1] - side / 2), width: side, height: side });
    this.title.textContent = marking.title;
    this.kind.replaceChildren(...marking.kinds.map(kind => h('option', { value: kind }, kindWords(kind))));
    this.kind.hidden = marking.kinds.length < 2;
    this.frames.hidden = marking.frames === null;
    this.frames.value = marking.frames ?? '';
    this.bar.hidden = false;
    this.overlay.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.wipe.marks.append(this.canvas, this.overlay);
    this.wipe.classList.add('marking');
    this.use(marking.region ? 'brush' : 'box');
    this.paintAll();
    this.canvas.focus();
  }

  end(): void {
    const { marking } = this;
    this.marking = null;
    this.bar.hidden = true;
    this.canvas.remove();
    this.overlay.remove();
    this.wipe.classList.remove('marking');
    marking?.end();
  }

  readonly keys: KeyRow[] = [
    { show: '← ↑ → ↓', words: texts.marking.keys.move, press: { ArrowLeft: event => this.nudge(event), ArrowRight: event => this.nudge(event), ArrowUp: event => this.nudge(event), ArrowDown: event => this.nudge(event) } },
    { show: 'X P E', words: texts.marking.keys.tools, press: { x: () => this.use('box'), p: () => this.use('brush'), e: () => this.use('erase') } },
    { show: '+ -', words: texts.marking.keys.size, press: { '+': () => this.grow(1.4), '-': () => this.grow(1 / 1.4) } },
    { show: texts.keyNames.enter, words: texts.acts.save, press: { Enter: () => this.save() } },
    { show: texts.keyNames.escape, words: texts.acts.cancel, press: { Escape: () => this.end() } },
  ];

  private use(tool: Tool): void {
    this.tool = tool;
    for (const one of this.toolButtons.children) one.setAttribute('aria-pressed', String((one as HTMLElement).dataset['tool'] === tool));
    this.size.hidden = tool === 'box';
    this.placeOutline();
  }

  private save(): void {
    const { marking } = this;
    if (!marking) return;
    const [width, height] = this.wipe.source;
    const region = regionOf(this.inside, width, height) ?? { box: { ...this.box }, runs: [] };
    const frames = this.frames.value.trim().replace('–', '-');
    if (marking.frames !== null && !/^\d+(-\d+)?$/.test(frames)) {
      this.frames.setCustomValidity(texts.marking.framesWrong);
      this.frames.reportValidity();
      return;
    }
    marking.save(region, this.kind.value, frames);
    this.end();
  }

  private grow(by: number): void {
    this.radius = clamp(Math.round(this.radius * by + Math.sign(by - 1) * 0.5), 1, 60);
    this.size.value = String(this.radius);
  }

  private nudge(event: KeyboardEvent): void {
    const step = Math.max(1, Math.round(this.radius / 3));
    const [dx, dy] = ({ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] } as Record<string, [number, number]>)[event.key] ?? [0, 0];
    const { x, y, width, height } = this.box;
    this.box = this.within(event.shiftKey ? { x, y, width: width + dx, height: height + dy } : { x: x + dx, y: y + dy, width, height });
    this.placeOutline();
  }

  private within(box: typeof this.box): typeof this.box {
    const [across, down] = this.wipe.source;
    const [width, height] = [clamp(box.width, 1, across), clamp(box.height, 1, down)];
    return { width, height, x: clamp(box.x, 0, across - width), y: clamp(box.y, 0, down - height) };
  }

  // With the keys a box stands ready; once something is drawn, that is the region.
  private placeOutline(): void {
    this.outline.classList.toggle('off', this.tool !== 'box' || this.inside.includes(1));
    for (const [name, value] of Object.entries(this.box)) this.outline.setAttribute(name, String(value));
  }

  private listen(): void {
    let from: [number, number] | null = null;
    const at = (event: PointerEvent): [number, number] => this.wipe.placeOf(event);
    this.canvas.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      event.stopPropagation();
      this.canvas.setPointerCapture(event.pointerId);
      from = at(event);
      if (this.tool === 'box') this.inside.fill(0);
      this.stroke(from, from);
    });
    this.canvas.addEventListener('pointermove', event => {
      if (!from) return;
      const to = at(event);
      this.stroke(from, to);
      if (this.tool !== 'box') from = to;
    });
    this.canvas.addEventListener('pointerup', () => {
      from = null;
      this.placeOutline();
    });
  }

  private stroke(from: [number, number], to: [number, number]): void {
    const [width, height] = this.wipe.source;
    if (this.tool === 'box') {
      this.inside.fill(0);
      const [left, right] = [Math.floor(Math.min(from[0], to[0])), Math.ceil(Math.max(from[0], to[0]))].map(x => clamp(x, 0, width)) as [number, number];
      const [top, bottom] = [Math.floor(Math.min(from[1], to[1])), Math.ceil(Math.max(from[1], to[1]))].map(y => clamp(y, 0, height)) as [number, number];
      for (let y = top; y < bottom; y++) this.inside.fill(1, y * width + left, y * width + right);
      this.outline.classList.add('off');
      this.paintAll();
      return;
    }
    const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / Math.max(1, this.radius / 2)));
    for (let i = 0; i <= steps; i++) this.dab(from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps);
  }

  private dab(x: number, y: number): void {
    const [width, height] = this.wipe.source;
    const context = this.canvas.getContext('2d');
    const value = this.tool === 'erase' ? 0 : 1;
    for (let row = Math.max(0, Math.ceil(y - this.radius)); row <= Math.min(height - 1, Math.floor(y + this.radius)); row++) {
      const reach = Math.sqrt(this.radius ** 2 - (row - y) ** 2);
      const [left, right] = [Math.max(0, Math.round(x - reach)), Math.min(width, Math.round(x + reach))];
      if (right <= left) continue;
      this.inside.fill(value, row * width + left, row * width + right);
      context?.clearRect(left, row, right - left, 1);
      if (value) context?.fillRect(left, row, right - left, 1);
    }
  }

  private paintAll(): void {
    const [width, height] = this.wipe.source;
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    const name = /--[\w-]+/.exec(kindColour(this.kind.value))?.[0] ?? '--lamp';
    context.fillStyle = getComputedStyle(this.canvas).getPropertyValue(name);
    const region = regionOf(this.inside, width, height);
    if (region) eachRun(region, (x, y, length) => context.fillRect(x, y, length, 1));
  }
}
