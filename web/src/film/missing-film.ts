import { h } from '../elements/dom.ts';
import type { Film } from '../shell/model.ts';

/** What stands on the pages of a film whose file is gone. */
export function missingFilm(film: Film): HTMLElement {
  return h('div', { class: 'empty-state' }, h('h1', {}, `${film.name} is not where it was`),
    h('p', {}, 'Its file was moved, renamed or deleted. Bring it back to its place and this page goes on; plan, findings and decisions are kept.'),
    h('p', {}, h('a', { href: '/' }, 'All films')));
}
