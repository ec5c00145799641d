import './storyprint.css';
import { button, h, s } from '../elements/dom.ts';
import { themeButton } from '../elements/theme.ts';
import { texts } from '../texts/texts.ts';

interface Person { name: string; words: number; named: number; share: number; emotion?: number }
interface Scene { side: number; index: number; from: number; number: string; heading: string; change: 'none' | 'changed' | 'alone'; emotion?: number; people: Person[] }
interface Data { title: string; sides: string[]; rings: string[]; scenes: Scene[]; legend: { swatch: string; fill: string; words: string }[]; how: string[] }

const data = JSON.parse(document.getElementById('kinolux-data')?.textContent ?? '{}') as Data;
const words = texts.storyPrint;
const svg = document.querySelector('svg.storyprint') as SVGElement;
const groups = new Map(Array.from(svg.querySelectorAll<SVGElement>('g.scene'), group => [`${group.dataset['side']} ${group.dataset['scene']}`, group]));
const scenes = data.scenes.toSorted((a, b) => a.from - b.from || a.side - b.side);
// The page says it better.
svg.querySelectorAll('g.scene > title').forEach(title => title.remove());

const panel = h('section', { class: 'scene-panel', 'aria-label': words.scene });
const view = h('div', { class: 'ring-view', tabindex: '0', role: 'slider', 'aria-label': words.scene, 'aria-valuemin': '1', 'aria-valuemax': String(Math.max(1, scenes.length)), 'aria-valuenow': '1' }, svg);
let at = -1;
show(0);

view.addEventListener('pointerover', event => choose(event.target));
view.addEventListener('click', event => choose(event.target));
view.addEventListener('keydown', event => {
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: scenes.length - 1 }[event.key];
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  show(to);
});

document.body.append(
  h('header', { class: 'top-bar' }, h('span', { class: 'brand' }, h('i', { 'aria-hidden': 'true' }), texts.product), h('h1', {}, data.title), themeButton()),
  h('main', {}, view, h('div', { class: 'side' },
    panel,
    h('div', { class: 'steps' }, button(words.before, null, () => show(at - 1)), button(words.after, null, () => show(at + 1))),
    h('section', {}, h('h2', {}, words.people), h('p', { class: 'soft' }, words.alone), h('div', { class: 'people' }, ...data.rings.map(ring))),
    h('section', {}, h('h2', {}, words.legend), h('ul', { class: 'legend' }, ...data.legend.map(row => h('li', {}, swatch(row), row.words))), ...data.how.map(how => h('p', { class: 'soft' }, how))),
  )));

function choose(target: EventTarget | null): void {
  const group = (target as Element | null)?.closest<SVGElement>('g.scene');
  const found = scenes.findIndex(scene => group !== null && groups.get(`${scene.side} ${scene.index}`) === group);
  if (found >= 0) show(found);
}

function show(to: number): void {
  const scene = scenes[to];
  if (!scene) {
    if (at < 0) panel.replaceChildren(h('p', { class: 'soft' }, words.none));
    return;
  }
  const before = scenes[at];
  if (before) groups.get(`${before.side} ${before.index}`)?.classList.remove('chosen');
  groups.get(`${scene.side} ${scene.index}`)?.classList.add('chosen');
  at = to;
  const title = `${scene.number} ${scene.heading}`.trim();
  view.setAttribute('aria-valuenow', String(to + 1));
  view.setAttribute('aria-valuetext', title);
  panel.replaceChildren(
    h('div', {}, h('h2', {}, title),
    data.sides.length > 1 && h('p', { class: 'soft' }, data.sides[scene.side], scene.change === 'none' ? null : ` · ${words.changes[scene.change]}`),
    h('p', {}, words.emotion(scene.emotion)),
    scene.people.length === 0 ? h('p', { class: 'soft' }, words.nobody) : h('table', {},
      h('thead', {}, h('tr', {}, ...words.heads.map(head => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...scene.people.map(person => h('tr', {}, h('th', { scope: 'row' }, person.name), h('td', {}, String(person.words)), h('td', {}, String(person.named)), h('td', {}, words.share(person.share)), h('td', {}, words.value(person.emotion))))))));
}

function ring(name: string, number: number): HTMLElement {
  const toggle = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => {
    const isOn = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.parentElement?.querySelectorAll('button').forEach(other => other.setAttribute('aria-pressed', String(other === toggle && isOn)));
    svg.querySelectorAll('.presence').forEach(band => band.classList.toggle('dim', isOn && !band.classList.contains(`r${number}`)));
  } }, `${number + 1} ${name}`);
  return toggle;
}

function swatch({ swatch: name, fill }: Data['legend'][number]): Element {
  const box = s('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' });
  if (name || fill) box.append(s('rect', { width: 14, height: 14, class: name || undefined, fill: fill || undefined }));
  return box;
}
