import { button, h, s } from '../elements/dom.ts';
import { texts } from '../texts/texts.ts';

interface Person { name: string; words: number; named: number; share: number; emotion?: number }
export interface RingScene { side: number; index: number; from: number; number: string; heading: string; line?: number; change: 'none' | 'changed' | 'alone'; emotion?: number; people: Person[] }
export interface RingData { title: string; sides: string[]; rings: string[]; scenes: RingScene[]; legend: { swatch: string; fill: string; words: string }[]; how: string[] }

const words = texts.storyPrint;

/** A StoryPrint to look around in, by pointer, touch and keys. Fires `scene` with the one that was pressed, or chosen with Enter. */
export class Ring extends EventTarget {
  private readonly groups: Map<string, SVGElement>;
  private readonly scenes: RingScene[];
  private readonly panel = h('section', { class: 'scene-panel', 'aria-label': words.scene });
  readonly view: HTMLElement;
  readonly side: HTMLElement;
  private at = -1;

  /** @param isWhole it has a page of its own, with room to say how it is read. */
  constructor(private readonly svg: SVGElement, private readonly data: RingData, isWhole = false) {
    super();
    this.groups = new Map(Array.from(svg.querySelectorAll<SVGElement>('g.scene'), group => [`${group.dataset['side']} ${group.dataset['scene']}`, group]));
    this.scenes = data.scenes.toSorted((a, b) => a.from - b.from || a.side - b.side);
    // The page says it better.
    svg.querySelectorAll('g.scene > title').forEach(title => title.remove());
    this.view = h('div', { class: 'ring-view', tabindex: '0', role: 'slider', 'aria-label': words.scene, 'aria-valuemin': '1', 'aria-valuemax': String(Math.max(1, this.scenes.length)), 'aria-valuenow': '1' }, svg);
    this.view.addEventListener('pointerover', event => this.show(this.indexOf(event.target)));
    this.view.addEventListener('click', event => {
      const found = this.indexOf(event.target);
      this.show(found);
      if (found >= 0) this.tell();
    });
    this.view.addEventListener('keydown', event => this.press(event));
    this.side = h('div', { class: 'ring-side' },
      this.panel,
      h('div', { class: 'steps' }, button(words.before, null, () => this.show(this.at - 1)), button(words.after, null, () => this.show(this.at + 1))),
      h('section', {}, h('h2', {}, words.people), h('p', { class: 'soft' }, words.alone), h('div', { class: 'people' }, ...data.rings.map((name, number) => this.ring(name, number)))),
      h('details', { open: isWhole }, h('summary', {}, words.legend), h('ul', { class: 'ring-legend' }, ...data.legend.map(row => h('li', {}, swatch(row), row.words))), ...data.how.map(how => h('p', { class: 'soft' }, how))));
    this.show(0);
  }

  private press(event: KeyboardEvent): void {
    const { at, scenes } = this;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: scenes.length - 1, Enter: at }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') this.tell();
    else this.show(to);
  }

  private tell(): void {
    const scene = this.scenes[this.at];
    if (scene) this.dispatchEvent(new CustomEvent('scene', { detail: scene }));
  }

  private indexOf(target: EventTarget | null): number {
    const group = (target as Element | null)?.closest<SVGElement>('g.scene');
    return this.scenes.findIndex(scene => group !== null && this.groupOf(scene) === group);
  }

  private groupOf(scene: RingScene): SVGElement | undefined { return this.groups.get(`${scene.side} ${scene.index}`); }

  private show(to: number): void {
    const scene = this.scenes[to];
    if (!scene) {
      if (this.at < 0) this.panel.replaceChildren(h('p', { class: 'soft' }, words.none));
      return;
    }
    const before = this.scenes[this.at];
    if (before) this.groupOf(before)?.classList.remove('chosen');
    this.groupOf(scene)?.classList.add('chosen');
    this.at = to;
    const title = `${scene.number} ${scene.heading}`.trim();
    this.view.setAttribute('aria-valuenow', String(to + 1));
    this.view.setAttribute('aria-valuetext', title);
    this.panel.replaceChildren(
      h('div', {}, h('h2', {}, title),
      this.data.sides.length > 1 && h('p', { class: 'soft' }, this.data.sides[scene.side], scene.change === 'none' ? null : ` · ${words.changes[scene.change]}`),
      h('p', {}, words.emotion(scene.emotion)),
      scene.people.length === 0 ? h('p', { class: 'soft' }, words.nobody) : h('table', {},
        h('thead', {}, h('tr', {}, ...words.heads.map(head => h('th', { scope: 'col' }, head)))),
        h('tbody', {}, ...scene.people.map(person => h('tr', {}, h('th', { scope: 'row' }, person.name), h('td', {}, String(person.words)), h('td', {}, String(person.named)), h('td', {}, words.share(person.share)), h('td', {}, words.value(person.emotion))))))));
  }

  private ring(name: string, number: number): HTMLElement {
    const toggle = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => {
      const isOn = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.parentElement?.querySelectorAll('button').forEach(other => other.setAttribute('aria-pressed', String(other === toggle && isOn)));
      this.svg.querySelectorAll('.presence').forEach(band => band.classList.toggle('dim', isOn && !band.classList.contains(`r${number}`)));
    } }, `${number + 1} ${name}`);
    return toggle;
  }
}

function swatch({ swatch: name, fill }: RingData['legend'][number]): Element {
  const box = s('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' });
  if (name || fill) box.append(s('rect', { width: 14, height: 14, class: name || undefined, fill: fill || undefined }));
  return box;
}
