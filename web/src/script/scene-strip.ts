import { clamp, h } from '../elements/dom.ts';
import type { Reading, Scene } from './model.ts';
import { texts } from '../texts/texts.ts';

/** The script from its beginning to its end: scenes as long as they are, pages below, where one is. Fires `scene` with the one that was chosen. */
export class SceneStrip extends EventTarget {
  private readonly track = h('div', { class: 'scenes', role: 'slider', tabindex: 0, 'aria-label': texts.script.strip, 'aria-valuemin': 1 });
  private readonly ruler = h('div', { class: 'ruler', 'aria-hidden': 'true' });
  private readonly words = h('p', { class: 'where time' });
  readonly element = h('div', { class: 'scene-strip' }, this.words, this.track, this.ruler);
  private scenes: Scene[] = [];
  private pages = 0;
  private current = -2;
  private drawn = '';

  constructor() {
    super();
    this.track.addEventListener('pointerdown', event => {
      const at = (event.target as HTMLElement).dataset['scene'];
      if (at !== undefined) this.choose(Number(at));
    });
    this.track.addEventListener('keydown', event => {
      const by = { ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, PageDown: 10, PageUp: -10, Home: -this.scenes.length, End: this.scenes.length }[event.key];
      if (by === undefined || this.scenes.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      this.choose(clamp(Math.max(0, this.current) + (event.shiftKey && Math.abs(by) === 1 ? by * 10 : by), 0, this.scenes.length - 1));
    });
  }

  show({ scenes, pages }: Reading): void {
    this.scenes = scenes;
    this.pages = pages.length;
    const drawn = scenes.map(scene => `${scene.eighths}${scene.time}${scene.inside}`).join(' ');
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.track.replaceChildren(...scenes.map((scene, i) => h('i', { 'data-scene': i, class: [scene.time, scene.inside === undefined ? '' : scene.inside ? 'inside' : 'outside'].filter(Boolean).join(' '), style: `flex-grow:${scene.eighths}`, title: texts.script.sceneTitle(scene) })));
    }
    const step = pages.length > 150 ? 25 : pages.length > 40 ? 10 : pages.length > 12 ? 5 : 1;
    const marks = Array.from({ length: Math.floor(pages.length / step) }, (_, i) => (i + 1) * step);
    if (String(marks) !== this.ruler.dataset['marks']) {
      this.ruler.dataset['marks'] = String(marks);
      this.ruler.replaceChildren(...marks.map(page => h('span', { style: `left:${((page - 1) / pages.length) * 100}%` }, String(page))));
    }
    const at = Math.max(-1, this.current);
    this.current = -2;
    this.mark(at);
  }

  /** Where one is: a scene by its index, -1 before the first, and the page. */
  at(scene: number, page: number): void {
    this.mark(scene);
    this.words.textContent = texts.script.where(page, this.pages, this.scenes[scene]);
  }

  private mark(scene: number): void {
    if (scene === this.current) return;
    this.track.querySelector('.here')?.classList.remove('here');
    this.track.children[scene]?.classList.add('here');
    this.current = scene;
    this.track.ariaValueMax = String(Math.max(1, this.scenes.length));
    this.track.ariaValueNow = String(scene + 1);
    const here = this.scenes[scene];
    this.track.ariaValueText = here ? texts.script.sceneTitle(here) : texts.script.beforeScenes;
  }

  private choose(index: number): void {
    const scene = this.scenes[index];
    if (scene) this.dispatchEvent(new CustomEvent('scene', { detail: scene }));
  }
}
