import { button, clamp, h, icons, kindColour, kindWords, s } from './dom.ts';
import { StackedPlayer } from './stacked-player.ts';
import type { Box, Finding, Picture, PrintedFrame, StackedVideo } from './types.ts';
import { texts } from '../texts/texts.ts';

export type WipeView = 'wipe' | 'side' | 'difference';

const views: WipeView[] = ['wipe', 'side', 'difference'];

/**
 * <kx-wipe>: a picture or a stacked video before and after, with an edge to move between them.
 * Set `source`, then `showPicture`, `showVideo` or `showSides`. Fires `kx-frame` ({frame}) when the video moves.
 * With `inspect` it is a tool to look closely with: the wheel zooms, only the edge's grip moves the edge, and a click fires `kx-place` ({x, y, why}).
 */
export class KxWipe extends HTMLElement {
  /** Width and height of the film's samples, in which findings are measured. */
  source: readonly [number, number] = [1, 1];
  /** How far it zooms, as a multiple of the whole picture. */
  deepest = 8;

  private readonly beforeSide = h('div', { class: 'content' });
  private readonly afterSide = h('div', { class: 'content' });
  private readonly found = s('svg', { class: 'found', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  private readonly print = s('svg', { class: 'found printed', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  private readonly edge = h('div', { class: 'edge', role: 'slider', tabindex: 0, 'aria-label': texts.picture.edge, 'aria-valuemin': 0, 'aria-valuemax': 100 });
  /** What is over the picture and moves with it. */
  readonly marks = h('div', { class: 'content' }, this.print, this.found);
  private readonly layer = h('div', { class: 'layer after' }, this.afterSide);
  private readonly afterTag = h('span', { class: 'tag after', 'aria-hidden': 'true' }, texts.picture.after);
  private readonly stage = h('div', { class: 'stage', 'data-view': 'wipe' }, this.layer, h('div', { class: 'layer before' }, this.beforeSide),
    h('div', { class: 'layer marks' }, this.marks), this.edge,
    h('span', { class: 'tag before', 'aria-hidden': 'true' }, texts.picture.before), this.afterTag);
  private readonly player = new StackedPlayer(frame => this.dispatchEvent(new CustomEvent('kx-frame', { detail: { frame }, bubbles: true })));
  private readonly viewButtons = h('div', { class: 'segmented', role: 'group', 'aria-label': texts.picture.comparison },
    ...views.map(view => button(texts.picture.views[view], null, () => { this.view = view; }, { 'data-look': view })));
  private readonly foundButton = button(texts.picture.findings, null, () => { this.findings = !this.findings; }, { class: 'toggle', 'aria-pressed': 'false' });
  private readonly zoomButton = button(texts.picture.fit, null, () => this.zoomOn(), { class: 'zoom', title: texts.picture.zoomTitle });
  private readonly caption = h('p', { class: 'caption' });
  private readonly controls = h('div', { class: 'controls' });
  private scale = 1;
  private offset: [number, number] = [0, 0];
  private split = 0.5;

  connectedCallback(): void {
    if (this.contains(this.stage)) return;
    this.controls.append(this.player.controls, this.caption, h('div', { class: 'looks' }, this.viewButtons, this.foundButton, this.zoomButton,
      button(texts.picture.fullScreen, icons.full, () => void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen?.()), { 'data-bare': '', class: 'bare' })));
    this.append(h('div', { class: 'surround' }, this.stage), this.controls);
    new ResizeObserver(() => this.pan(this.offset)).observe(this.stage);
    this.listen();
    this.view = 'wipe';
    this.position = 0.5;
  }

  /** Where the edge stands, 0 (all after) to 1 (all before). */
  get position(): number { return this.split; }
  set position(value: number) {
    this.split = clamp(value, 0, 1);
    this.stage.style.setProperty('--split', `${this.split * 100}%`);
    const shown = Math.round(this.split * 100);
    this.edge.setAttribute('aria-valuenow', String(shown));
    this.edge.setAttribute('aria-valuetext', texts.picture.edgeAt(shown));
  }

  get view(): WipeView { return this.stage.dataset['view'] as WipeView; }
  set view(view: WipeView) {
    this.stage.dataset['view'] = view;
    for (const one of this.viewButtons.children) one.setAttribute('aria-pressed', String((one as HTMLElement).dataset['look'] === view));
  }

  /** Whether the findings of a picture are outlined. */
  get findings(): boolean { return this.stage.classList.contains('with-found'); }
  set findings(on: boolean) {
    this.stage.classList.toggle('with-found', on);
    this.foundButton.setAttribute('aria-pressed', String(on));
  }

  /** Whether what is shown after is only a preview of it. */
  set previews(on: boolean) {
    this.classList.toggle('previews', on);
    this.afterTag.textContent = on ? texts.picture.preview : texts.picture.after;
  }

  /** Whether what is shown after had to be made: it says so on the picture. */
  set generated(on: boolean) {
    this.afterTag.dataset['generated'] = on ? texts.player.generated : '';
  }

  /** What is outlined in the picture, where a person wants it. */
  set outlined(found: Finding[]) { this.outline(found); }

  /** The printed frame's edge, drawn with the findings; null where the picture fills the screen. */
  set printed(frame: PrintedFrame | null) {
    const [width, height] = this.source;
    this.foundButton.hidden = frame === null && this.found.childElementCount === 0 && !this.inspects;
    this.print.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.print.replaceChildren(...(frame ? [s('rect', { x: frame.x, y: frame.y, width: frame.width, height: frame.height, rx: frame.corner }, titleOf(texts.picture.printedEdge))] : []));
  }

  /** Whether the video is what is shown. */
  get showsVideo(): boolean { return !this.player.controls.hidden; }

  get playing(): boolean { return this.player.playing; }

  showPicture(picture: Picture, size: readonly [number, number], caption: (Node | string)[] = []): void {
    this.player.hide();
    this.caption.replaceChildren(...caption);
    this.caption.hidden = false;
    this.fit(size);
    const image = (file: string, alt: string): HTMLImageElement => h('img', { src: file, alt, draggable: 'false' });
    this.beforeSide.replaceChildren(image(picture.before, texts.picture.frameBefore(picture.frame)));
    this.afterSide.replaceChildren(image(picture.after, texts.picture.frameAfter(picture.frame)));
    this.outline(picture.found);
  }

  showVideo(video: StackedVideo, rate: readonly [number, number], poster?: Picture): void {
    this.fit([video.width, video.height]);
    this.outline([]);
    this.caption.hidden = true;
    const [before, after] = this.player.show(video, rate, poster);
    this.beforeSide.replaceChildren(before);
    this.afterSide.replaceChildren(after);
  }

  /** Shows what the page draws itself: two pictures of one size, or only one where there is nothing to compare. */
  showSides(before: HTMLElement, after: HTMLElement | null, size: readonly [number, number], controls: HTMLElement): void {
    this.caption.hidden = true;
    this.stage.classList.toggle('single', after === null);
    this.viewButtons.hidden = after === null;
    this.foundButton.hidden = false;
    if (this.controls.firstChild !== controls) this.controls.prepend(controls);
    if (this.afterSide.firstChild !== after) this.afterSide.replaceChildren(...(after ? [after] : []));
    if (this.beforeSide.firstChild === before) return;
    this.fit(size);
    this.beforeSide.replaceChildren(before);
  }

  /** Plays or pauses the video. */
  toggle(): void { this.player.toggle(); }

  /** Moves the video by whole frames. */
  step(frames: number): void { this.player.step(frames); }

  /** Moves the video to a frame of the film; false where it does not show it. */
  seek(frame: number): boolean { return this.player.seek(frame); }

  /** Looks closely at one place. */
  lookAt(box: Box): void {
    const [width, height] = this.source;
    const scale = clamp(Math.min(width / (box[2] * 6), height / (box[3] * 6)), 1, Math.min(8, this.deepest));
    this.zoomTo(2 ** Math.floor(Math.log2(scale)), [(box[0] + box[2] / 2) / width, (box[1] + box[3] / 2) / height]);
  }

  /** Brings the edge to a column of the film's samples. */
  splitAt(x: number): void { this.position = (x / this.source[0]) * this.scale + this.offset[0]; }

  /** The next step of the zoom, from the deepest back to the whole picture. */
  zoomOn(): void { this.zoomTo(this.scale >= this.deepest ? 1 : this.scale * 2); }

  /** Screen pixels to a sample of the film. */
  get magnification(): number { return (this.layer.clientWidth * this.scale) / this.source[0]; }

  /** The sample of the film under the pointer. */
  placeOf(event: MouseEvent): [number, number] {
    const [x, y] = this.shareOf(event);
    return [((x - this.offset[0]) / this.scale) * this.source[0], ((y - this.offset[1]) / this.scale) * this.source[1]];
  }

  /** Zooms about a place of the picture (0…1 across and down), kept or brought to the middle. */
  zoomTo(scale: number, centre?: readonly [number, number]): void {
    const middle = centre ?? [(0.5 - this.offset[0]) / this.scale, (0.5 - this.offset[1]) / this.scale];
    this.scale = clamp(scale, 1, this.deepest);
    this.pan([0.5 - middle[0] * this.scale, 0.5 - middle[1] * this.scale]);
    this.zoomButton.replaceChildren(h('span', {}, this.scale === 1 ? texts.picture.fit : `${Number(this.scale.toFixed(1))}×`));
    this.stage.classList.toggle('zoomed', this.scale > 1);
  }

  // 0…1 across and down the side that is under the pointer.
  private shareOf(event: MouseEvent): [number, number] {
    const box = this.layer.getBoundingClientRect();
    const left = event.clientX < box.left ? this.stage.getBoundingClientRect().left : box.left;
    return [(event.clientX - left) / box.width, (event.clientY - box.top) / box.height];
  }

  private get inspects(): boolean { return this.hasAttribute('inspect'); }

  // What is under the pointer stays there.
  private zoomAbout(event: MouseEvent, by: number): void {
    const at = this.shareOf(event);
    const held = [(at[0] - this.offset[0]) / this.scale, (at[1] - this.offset[1]) / this.scale] as const;
    const scale = clamp(this.scale * by, 1, this.deepest);
    this.zoomTo(scale, [held[0] + (0.5 - at[0]) / scale, held[1] + (0.5 - at[1]) / scale]);
  }

  private pan(to: readonly [number, number]): void {
    this.offset = [clamp(to[0], 1 - this.scale, 0), clamp(to[1], 1 - this.scale, 0)];
    this.stage.style.setProperty('--zoom', String(this.scale));
    this.stage.style.setProperty('--x', `${this.offset[0] * 100}%`);
    this.stage.style.setProperty('--y', `${this.offset[1] * 100}%`);
    this.stage.classList.toggle('enlarged', this.magnification > 1);
  }

  private fit(size: readonly [number, number]): void {
    this.style.setProperty('--aspect', String(size[0] / size[1]));
    this.zoomTo(1);
  }

  private outline(found: Finding[]): void {
    const [width, height] = this.source;
    this.foundButton.hidden = found.length === 0 && this.print.childElementCount === 0;
    this.found.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.found.replaceChildren(...found.map(({ kind, box: [x, y, w, t], verdict }) => s('rect', {
      x: x - 2, y: y - 2, width: w + 4, height: t + 4, class: verdict, style: `stroke:${kindColour(kind)}`,
    }, titleOf(kindWords(kind)))));
  }

  private listen(): void {
    let grip: { x: number; y: number; offset: [number, number]; onEdge: boolean } | null = null;
    const place = (event: PointerEvent): void => {
      const box = this.stage.getBoundingClientRect();
      if (grip && !grip.onEdge)
        this.pan([grip.offset[0] + (event.clientX - grip.x) / this.layer.clientWidth, grip.offset[1] + (event.clientY - grip.y) / this.layer.clientHeight]);
      else if (this.view === 'wipe') this.position = (event.clientX - box.left) / box.width;
    };
    this.stage.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      const onEdge = event.target === this.edge || (this.scale === 1 && !this.inspects);
      grip = { x: event.clientX, y: event.clientY, offset: [...this.offset], onEdge };
      this.stage.setPointerCapture(event.pointerId);
      if (onEdge) place(event);
    });
    this.stage.addEventListener('pointermove', event => { if (grip) place(event); });
    this.stage.addEventListener('pointerup', event => {
      const still = grip && !grip.onEdge && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 4;
      grip = null;
      if (!still || !this.inspects) return;
      const [x, y] = this.placeOf(event);
      this.dispatchEvent(new CustomEvent('kx-place', { detail: { x, y, why: event.altKey }, bubbles: true }));
    });
    this.stage.addEventListener('pointercancel', () => { grip = null; });
    this.stage.addEventListener('dblclick', event => {
      if (this.inspects) return;
      const box = this.stage.getBoundingClientRect();
      const at: [number, number] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      this.zoomTo(this.scale > 1 ? 1 : 4, [(at[0] - this.offset[0]) / this.scale, (at[1] - this.offset[1]) / this.scale]);
    });
    this.stage.addEventListener('wheel', event => {
      if (!event.ctrlKey && !this.inspects) return;
      event.preventDefault();
      this.zoomAbout(event, event.deltaY < 0 ? 1.25 : 0.8);
    }, { passive: false });
    this.edge.addEventListener('keydown', event => {
      const by = event.shiftKey ? 0.1 : 0.02;
      const moves: Record<string, number> = { ArrowLeft: this.split - by, ArrowRight: this.split + by, Home: 0, End: 1 };
      const to = moves[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.position = to;
    });
  }
}

function titleOf(words: string): SVGElement {
  const title = s('title');
  title.textContent = words;
  return title;
}
