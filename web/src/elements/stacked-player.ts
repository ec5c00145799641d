import { button, clamp, h, icon, icons, timecode } from './dom.ts';
import type { Picture, StackedVideo } from './types.ts';
import { texts } from '../texts/texts.ts';

/**
 * Plays a video that holds before above and after below, and draws both halves of the very same decoded picture: the two cannot drift.
 */
export class StackedPlayer {
  private readonly video = h('video', { muted: true, playsinline: true, preload: 'auto', loop: true });
  private readonly canvases = [h('canvas', { role: 'img', 'aria-label': texts.player.before }), h('canvas', { role: 'img', 'aria-label': texts.player.after })] as const;
  private readonly play = button(texts.acts.play, icons.play, () => this.toggle(), { 'data-bare': '', class: 'bare' });
  private readonly scrub = h('input', { type: 'range', min: 0, step: 1, 'aria-label': texts.player.ofVideo });
  private readonly time = h('output', { class: 'time' });
  readonly controls = h('div', { class: 'player', hidden: true }, this.play,
    button(texts.player.frameBack, icons.back, () => this.step(-1), { 'data-bare': '', class: 'bare' }),
    button(texts.player.frameOn, icons.next, () => this.step(1), { 'data-bare': '', class: 'bare' }), this.scrub, this.time);
  private shown: StackedVideo | null = null;
  private rate: readonly [number, number] = [24, 1];
  private frames = 0;
  private at = 0;

  constructor(private readonly moved: (frame: number) => void) {
    this.video.muted = true;
    this.video.addEventListener('seeked', () => this.draw());
    this.video.addEventListener('loadeddata', () => this.draw());
    for (const event of ['play', 'pause'] as const)
      this.video.addEventListener(event, () => {
        this.play.replaceChildren(icon(this.playing ? icons.pause : icons.play));
        this.play.setAttribute('aria-label', this.playing ? texts.acts.pause : texts.acts.play);
        this.play.title = this.playing ? texts.acts.pause : texts.acts.play;
        if (this.playing) this.follow();
      });
    this.scrub.addEventListener('input', () => this.go(Number(this.scrub.value)));
  }

  get playing(): boolean { return !this.video.paused; }

  show(video: StackedVideo, rate: readonly [number, number], poster?: Picture): readonly [HTMLCanvasElement, HTMLCanvasElement] {
    this.controls.hidden = false;
    if (this.shown !== video) {
      [this.shown, this.rate] = [video, rate];
      this.frames = video.excerpts.reduce((sum, [, count]) => sum + count, 0);
      this.scrub.max = String(this.frames - 1);
      for (const canvas of this.canvases) [canvas.width, canvas.height] = [video.width, video.height];
      // Something to see before the video is read.
      if (poster) this.canvases.forEach((canvas, side) => canvas.style.setProperty('background', `url("${side ? poster.after : poster.before}") 0 0 / 100% 100%`));
      this.video.src = video.file;
    }
    this.tell();
    return this.canvases;
  }

  hide(): void {
    this.video.pause();
    this.controls.hidden = true;
  }

  toggle(): void {
    if (this.controls.hidden) return;
    if (this.playing) this.video.pause();
    else void this.video.play().catch(() => undefined);
  }

  step(frames: number): void {
    if (this.controls.hidden) return;
    this.video.pause();
    this.go((this.at + frames + this.frames) % this.frames);
  }

  seek(frame: number): boolean {
    let start = 0;
    for (const [first, count] of this.shown?.excerpts ?? []) {
      if (frame >= first && frame < first + count) {
        this.go(start + frame - first);
        return true;
      }
      start += count;
    }
    return false;
  }

  private get filmFrame(): number {
    let rest = this.at;
    for (const [first, count] of this.shown?.excerpts ?? []) {
      if (rest < count) return first + rest;
      rest -= count;
    }
    return 0;
  }

  // The middle of a frame's time, so that rounding cannot show its neighbour.
  private go(frame: number): void {
    this.at = clamp(frame, 0, this.frames - 1);
    this.video.currentTime = ((this.at + 0.5) * this.rate[1]) / this.rate[0];
    // A busy browser may say that it has sought before the new picture is there to be drawn.
    this.video.requestVideoFrameCallback?.(() => this.draw());
    this.tell();
  }

  private follow(): void {
    const next = (time: number): void => {
      this.at = clamp(Math.floor((time * this.rate[0]) / this.rate[1] + 0.01), 0, this.frames - 1);
      this.draw();
      this.tell();
      if (this.playing) this.follow();
    };
    if ('requestVideoFrameCallback' in this.video) this.video.requestVideoFrameCallback((_, meta) => next(meta.mediaTime));
    else requestAnimationFrame(() => next(this.video.currentTime));
  }

  private draw(): void {
    if (!this.shown || this.video.readyState < 2) return;
    const { width, height } = this.shown;
    this.canvases.forEach((canvas, side) =>
      canvas.getContext('2d')?.drawImage(this.video, 0, side * height, width, height, 0, 0, width, height));
  }

  private tell(): void {
    this.scrub.value = String(this.at);
    const frame = this.filmFrame;
    this.time.value = `${timecode(frame, this.rate)} · ${frame}`;
    this.moved(frame);
  }
}
