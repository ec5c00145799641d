import { clamp, h } from '../elements/dom.ts';
import type { Area } from '../shell/model.ts';
import type { Screen } from '../film/screen.ts';
import { texts } from '../texts/texts.ts';

const reach = 4;
const side = 60;

/** The frames around, cut to the place in question, to choose the one that the repair is taken from. */
export class Donors {
  private readonly list = h('div', { class: 'donors', role: 'radiogroup', 'aria-label': texts.marking.donors });
  readonly element = h('div', { class: 'donor-part' }, h('p', { class: 'soft' }, texts.marking.takenFrom), this.list);
  private chosen = 0;
  private readonly draw = (): void => this.paint();
  private frame = 0;
  private box: Area = { x: 0, y: 0, width: 1, height: 1 };

  constructor(private readonly screen: Screen, private readonly frames: number, private readonly size: readonly [number, number]) {}

  /** Frames from the shown one to the chosen; 0 leaves it to the machine. */
  get offset(): number { return this.chosen; }

  show(frame: number, box: Area, offset: number): void {
    [this.frame, this.box, this.chosen] = [frame, box, offset];
    const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter(by => by === 0 || (frame + by >= 0 && frame + by < this.frames));
    this.list.replaceChildren(...offsets.map(by => this.choice(by)));
    this.mark();
    this.screen.addEventListener('loaded', this.draw);
    this.paint();
  }

  close(): void { this.screen.removeEventListener('loaded', this.draw); }

  private choice(by: number): HTMLElement {
    const words = by === 0 ? texts.marking.automatic : texts.marking.frame(this.frame + by);
    return h('button', { type: 'button', role: 'radio', 'data-by': by, 'aria-label': words, title: words, onclick: () => this.choose(by), onkeydown: (event: KeyboardEvent) => this.key(event) },
      h('canvas', { width: side, height: side, 'aria-hidden': 'true' }), h('span', { class: 'time' }, by === 0 ? texts.marking.auto : by > 0 ? `+${by}` : `−${-by}`));
  }

  private choose(by: number): void {
    this.chosen = by;
    this.mark();
  }

  private key(event: KeyboardEvent): void {
    const way = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : 0;
    if (way === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const all = [...this.list.children] as HTMLElement[];
    const next = all[clamp(all.findIndex(one => Number(one.dataset['by']) === this.chosen) + way, 0, all.length - 1)];
    this.choose(Number(next?.dataset['by'] ?? 0));
    next?.focus();
  }

  private mark(): void {
    for (const one of this.list.children as HTMLCollectionOf<HTMLElement>) {
      const on = Number(one.dataset['by']) === this.chosen;
      one.setAttribute('aria-checked', String(on));
      one.tabIndex = on ? 0 : -1;
    }
  }

  private paint(): void {
    const span = Math.max(28, this.box.width * 2.2, this.box.height * 2.2);
    for (const one of this.list.children as HTMLCollectionOf<HTMLElement>) {
      const canvas = one.querySelector('canvas');
      const picture = this.screen.neighbour(this.frame + Number(one.dataset['by']));
      if (!canvas || !picture) continue;
      const scale = picture.width / this.size[0];
      const from = (at: number, length: number): number => (at + length / 2 - span / 2) * scale;
      canvas.getContext('2d')?.drawImage(picture, from(this.box.x, this.box.width), from(this.box.y, this.box.height), span * scale, span * scale, 0, 0, side, side);
    }
  }
}
