import { h } from '../elements/dom.ts';
import type { Film } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

/** What stands on the pages of a film whose file is gone. */
export function missingFilm(film: Film): HTMLElement {
  return h('div', { class: 'empty-state' }, h('h1', {}, texts.films.missing(film.name)),
    h('p', {}, texts.films.missingRemedy),
    h('p', {}, h('a', { href: '/' }, texts.shell.allFilms)));
}
