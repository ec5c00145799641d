import { h, timecode } from '../elements/dom.ts';
import { KxContactSheet, KxTimeline } from '../elements/index.ts';
import type { Picture } from '../elements/types.ts';
import { filmPath, get } from '../shell/api.ts';
import type { Side } from './frame-store.ts';
import type { Film, Plots } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

const partFrames = 2000;

/** Where in the film: its shots as a filmstrip, and what was measured along it. Both fire `kx-frame`-like moves through `move`. */
export class Along {
  private readonly strip = new KxContactSheet();
  private readonly timeline = new KxTimeline();
  readonly element = h('div', { class: 'along' }, this.strip, this.timeline);
  private film: Film | null = null;

  constructor(move: (frame: number) => void, private readonly signal: AbortSignal) {
    this.strip.setAttribute('layout', 'strip');
    this.strip.setAttribute('aria-label', texts.film.shots);
    this.timeline.rowHeight = 40;
    this.strip.addEventListener('kx-picture', event => move((event as CustomEvent<{ picture: Picture }>).detail.picture.frame));
    this.timeline.addEventListener('kx-frame', event => move((event as CustomEvent<{ frame: number }>).detail.frame));
  }

  set frame(frame: number) {
    this.timeline.frame = frame;
    const shot = this.film?.shots.find(one => frame >= one.first && frame <= one.last);
    this.strip.current = shot ? middle(shot.first, shot.last) : null;
  }

  async show(film: Film): Promise<void> {
    this.film = film;
    const { plots, stretch } = film.state === 'new' ? { plots: [], stretch: 1 } : await get<Plots>(filmPath(film.id, '/plots'), this.signal);
    this.strip.rate = film.source.rate;
    this.strip.hidden = film.shots.length === 0;
    this.strip.pictures = film.shots.map(shot => this.picture(film, shot.index, middle(shot.first, shot.last)));
    this.timeline.data = {
      frames: film.source.frames, rate: film.source.rate, shots: film.shots, plots, stretch, partFrames, pictured: [],
      load: async part => {
        const exact = await get<Plots>(filmPath(film.id, `/plots?first=${part * partFrames}&last=${Math.min(film.source.frames, (part + 1) * partFrames) - 1}`), this.signal);
        return Object.fromEntries(exact.plots.map(plot => [plot.id, plot.lines.map(line => line.high ?? line.low)]));
      },
    };
  }

  private picture(film: Film, shot: number, frame: number): Picture {
    const small = (side: Side): string => filmPath(film.id, `/frames/${frame}.png?side=${side}&width=160`);
    return { frame, before: '', after: '', smallBefore: small('before'), smallAfter: small('before'), words: texts.film.shotAt(shot, timecode(frame, film.source.rate)), badness: 0, found: [] };
  }
}

const middle = (first: number, last: number): number => Math.floor((first + last) / 2);
