import { clamp, h } from '../elements/dom.ts';
import type { Scene } from './model.ts';
import { texts } from '../texts/texts.ts';

/** The scenes as a list. Fires `scene` with the one that was chosen. */
export class ScenesPane extends EventTarget {
  private readonly list = h('ol', { class: 'scene-list' });
  private readonly none = h('p', { class: 'empty' }, texts.script.noScenes);
  readonly element = h('div', { class: 'scenes-pane' }, this.none, this.list);
  private scenes: Scene[] = [];
  private current = -1;
  private drawn = '';

  constructor() {
    super();
    this.list.addEventListener('keydown', event => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const rows = [...this.list.querySelectorAll('button')];
      rows[clamp(rows.indexOf(event.target as HTMLButtonElement) + by * (event.shiftKey ? 10 : 1), 0, rows.length - 1)]?.focus();
    });
  }

  show(scenes: Scene[]): void {
    this.scenes = scenes;
    this.none.hidden = scenes.length > 0;
    // A key within a scene changes none of what stands here, and a row that is drawn again loses its focus.
    const drawn = scenes.map(scene => `${scene.number}\t${scene.heading}\t${scene.eighths}`).join('\n');
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.list.replaceChildren(...scenes.map((scene, i) => h('li', {}, h('button', {
      type: 'button', tabindex: i === Math.max(0, this.current) ? 0 : -1, onclick: () => { if (this.scenes[i]) this.dispatchEvent(new CustomEvent('scene', { detail: this.scenes[i] })); },
    }, h('span', { class: 'soft time' }, scene.number), h('span', { class: 'heading' }, scene.heading), h('span', { class: 'soft time' }, texts.script.eighths(scene.eighths))))));
    const at = this.current;
    this.current = -1;
    this.at(at);
  }

  at(scene: number): void {
    if (scene === this.current) return;
    const rows = this.list.querySelectorAll('button');
    rows[Math.max(0, this.current)]?.setAttribute('tabindex', '-1');
    rows[this.current]?.removeAttribute('aria-current');
    this.current = scene;
    const row = rows[Math.max(0, scene)];
    row?.setAttribute('tabindex', '0');
    if (!row || scene < 0) return;
    row.setAttribute('aria-current', 'true');
    if (this.element.hidden) return;
    // Only the list moves.
    const [above, below] = [row.offsetTop - this.element.offsetTop, row.offsetTop - this.element.offsetTop + row.offsetHeight];
    if (above < this.element.scrollTop) this.element.scrollTop = above;
    if (below > this.element.scrollTop + this.element.clientHeight) this.element.scrollTop = below - this.element.clientHeight;
  }
}
