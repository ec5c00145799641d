import { button, frameOf, h, icon, icons, timecode } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import type { Film } from '../shell/model.ts';
import type { Screen } from './screen.ts';
import { texts } from '../texts/texts.ts';

const speeds = [1, 2, 4, 8];

/** Plays, steps, shuttles and loops. Time is kept: a frame that is not there when it is due is left out, and how many were is said. Fires `frame` when a person or the clock moves on. */
export class Transport extends EventTarget {
  private speed = 0;
  private looping = false;
  private marked: [number | null, number | null] = [null, null];
  private since = 0;
  private from = 0;
  private seen: number[] = [];
  private dropped = 0;
  private readonly play = button(texts.acts.play, icons.play, () => this.toggle(), { 'data-bare': '', class: 'bare play' });
  private readonly loop = button(texts.player.loop, icons.loop, () => this.loopOn(), { 'data-bare': '', class: 'bare', 'aria-pressed': 'false' });
  private readonly time = h('output', { class: 'time timecode', 'aria-live': 'off' });
  private readonly number = h('input', { type: 'text', class: 'time number', 'aria-label': texts.player.frame, size: 6 });
  private readonly note = h('span', { class: 'soft time speed' });
  readonly bar = h('div', { class: 'transport', role: 'group', 'aria-label': texts.player.title },
    button(texts.player.shotBefore, icons.first, () => this.shot(-1), { 'data-bare': '', class: 'bare shot-step' }),
    button(texts.player.back, icons.back, () => this.step(-1), { 'data-bare': '', class: 'bare' }), this.play,
    button(texts.player.on, icons.next, () => this.step(1), { 'data-bare': '', class: 'bare' }),
    button(texts.player.nextShot, icons.last, () => this.shot(1), { 'data-bare': '', class: 'bare shot-step' }), this.loop,
    this.time, this.number, this.note);

  constructor(private film: Film, private readonly screen: Screen, signal: AbortSignal) {
    super();
    this.number.addEventListener('change', () => {
      const wanted = frameOf(this.number.value, this.film.source.rate);
      if (wanted !== null) this.go(wanted);
      this.number.blur();
    });
    screen.addEventListener('shown', () => this.tell());
    signal.addEventListener('abort', () => { this.speed = 0; });
    this.tell();
  }

  set data(film: Film) { this.film = film; }

  get frame(): number { return this.screen.frame; }

  get range(): readonly [number | null, number | null] { return this.marked; }

  go(frame: number): void {
    this.halt();
    this.move(frame);
  }

  step(by: number): void { this.go(this.frame + by); }

  readonly keys: KeyRow[] = [
    { show: texts.keyNames.space, words: texts.player.keys.play, press: { ' ': () => this.toggle() } },
    { show: ', .', words: texts.player.keys.step, press: { ',': () => this.step(-1), '.': () => this.step(1) } },
    { show: 'J K L', words: texts.player.keys.shuttle, press: { j: () => this.shuttle(-1), k: () => this.halt(), l: () => this.shuttle(1) } },
    { show: 'I O', words: texts.player.keys.mark, press: { i: () => this.mark(0), o: () => this.mark(1) } },
    { show: texts.keyNames.shift('L'), words: texts.player.keys.loop, press: { L: () => this.loopOn() } },
    { show: texts.keyNames.pages, words: texts.player.keys.shot, press: { PageUp: () => this.shot(-1), PageDown: () => this.shot(1) } },
    { show: texts.keyNames.ends, words: texts.player.keys.ends, press: { Home: () => this.go(0), End: () => this.go(this.film.source.frames - 1) } },
  ];

  toggle(): void { this.run(this.speed === 0 ? 1 : 0); }

  halt(): void { this.run(0); }

  private shuttle(way: 1 | -1): void {
    const at = Math.sign(this.speed) === way ? speeds.indexOf(Math.abs(this.speed)) : -1;
    this.run(way * (speeds[Math.min(at + 1, speeds.length - 1)] ?? 1));
  }

  private shot(by: number): void {
    const { shots } = this.film;
    const at = shots.findIndex(shot => this.frame >= shot.first && this.frame <= shot.last);
    // Back goes to the start of this shot first, as players do.
    const back = by < 0 && at >= 0 && this.frame > (shots[at]?.first ?? 0);
    const to = shots[back ? at : at + by];
    this.go(to?.first ?? (by < 0 ? 0 : this.film.source.frames - 1));
  }

  private mark(end: 0 | 1): void {
    this.marked[end] = this.frame;
    const [first, last] = this.marked;
    if (first !== null && last !== null && first > last) this.marked[1 - end] = null;
    if (!this.looping) this.loopOn();
    this.tell();
    this.dispatchEvent(new Event('range'));
  }

  private loopOn(): void {
    this.looping = !this.looping;
    if (!this.looping) this.marked = [null, null];
    this.loop.setAttribute('aria-pressed', String(this.looping));
    this.tell();
    this.dispatchEvent(new Event('range'));
  }

  private bounds(): readonly [number, number] {
    const whole = [0, this.film.source.frames - 1] as const;
    if (!this.looping) return whole;
    const shot = this.film.shots.find(one => this.frame >= one.first && this.frame <= one.last);
    if (this.marked[0] === null && this.marked[1] === null) return shot ? [shot.first, shot.last] : whole;
    return [this.marked[0] ?? 0, this.marked[1] ?? whole[1]];
  }

  private run(speed: number): void {
    const starts = this.speed === 0 && speed !== 0;
    this.speed = speed;
    [this.since, this.from, this.seen, this.dropped] = [performance.now(), this.frame, [], 0];
    this.play.replaceChildren(icon(speed === 0 ? icons.play : icons.pause));
    this.play.title = speed === 0 ? texts.player.playTitle : texts.player.pauseTitle;
    this.play.setAttribute('aria-label', speed === 0 ? texts.acts.play : texts.acts.pause);
    this.tell();
    if (!starts) return;
    const [first, last] = this.bounds();
    if (speed > 0 && this.frame >= last) this.move(first);
    [this.from] = [this.frame];
    requestAnimationFrame(now => this.tick(now));
  }

  private tick(now: number): void {
    if (this.speed === 0) return;
    const perSecond = (this.film.source.rate[0] / this.film.source.rate[1]) * this.speed;
    const due = this.from + Math.trunc(((now - this.since) / 1000) * perSecond);
    if (due !== this.frame) this.advance(due, now);
    requestAnimationFrame(later => this.tick(later));
  }

  private advance(due: number, now: number): void {
    const [first, last] = this.bounds();
    const way = Math.sign(this.speed);
    // What is on its way is waited for, and time goes on meanwhile.
    if (!this.screen.settled) return;
    let to = due;
    if (to > last || to < first) {
      if (!this.looping) {
        this.go(to > last ? last : first);
        return;
      }
      to = way > 0 ? first : last;
      [this.since, this.from] = [now, to];
    } else if (Math.abs(this.speed) === 1) this.dropped += Math.abs(to - this.frame) - 1;
    this.seen = [...this.seen.slice(-24), now];
    this.move(to, way);
  }

  private move(frame: number, direction?: number): void {
    this.screen.show(frame, direction);
    this.dispatchEvent(new Event('frame'));
    this.tell();
  }

  private tell(): void {
    const { rate } = this.film.source;
    this.time.value = timecode(this.frame, rate);
    if (document.activeElement !== this.number) this.number.value = String(this.frame);
    const [first, last] = this.bounds();
    this.note.textContent = [this.speedWords(), this.looping ? `${texts.count(first)}–${texts.count(last)}` : ''].filter(Boolean).join(' · ');
  }

  private speedWords(): string {
    if (this.speed === 0) return '';
    const span = (this.seen.at(-1) ?? 0) - (this.seen[0] ?? 0);
    const pace = Math.abs(this.speed) === 1 && span > 0 && this.seen.length > 4 ? texts.player.pace(((this.seen.length - 1) * 1000) / span) : `${Math.abs(this.speed)}×`;
    return [`${this.speed < 0 ? '◀ ' : ''}${pace}`, this.dropped > 0 ? texts.player.dropped(this.dropped) : ''].filter(Boolean).join(' · ');
  }
}
