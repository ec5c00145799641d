import { button, h, icons } from '../elements/dom.ts';
import { get, send } from '../shell/api.ts';
import { calm } from '../shell/calm.ts';
import { attempt } from '../shell/fault-note.ts';
import { filmCard, filmsWords, uploadCard } from './film-card.ts';
import { leftOutNote } from '../shell/left-out.ts';
import type { FilmCard, LeftOut, WorkCard } from '../shell/model.ts';
import type { Context, Page } from '../shell/page.ts';
import { addressOf } from '../shell/places.ts';
import { ScriptShelf } from '../script/script-shelf.ts';
import type { ScriptCard } from '../script/model.ts';
import { uploads } from './uploads.ts';
import { texts } from '../texts/texts.ts';

/** The films of the production, and how to add one. */
export const filmsPage: Page = async (context, main) => {
  main.className = 'films-page';
  context.head({ title: '' });
  const trouble = h('div');
  const left = h('div');
  const summary = h('p', { class: 'soft' });
  const list = h('ul', { class: 'film-list' });
  const add = adding(context);
  const writes = context.engines.some(engine => engine.name === 'script');
  const scripts = new ScriptShelf(context);
  scripts.element.hidden = !writes;
  const others = h('section', { class: 'other-works', hidden: true }, h('h2', {}, texts.films.others), h('ul', {}));
  main.append(h('div', { class: 'page-head' }, h('div', {}, h('h1', {}, context.studio.folder), summary), add), trouble, left, list, scripts.element, others);

  let films: FilmCard[] = [];
  let shelf: ScriptCard[] = [];
  const render = (): void => {
    const arriving = uploads.list.filter(upload => upload.became || (upload.state !== 'done' && upload.state !== 'ended'));
    summary.textContent = films.length > 0 ? filmsWords(films) : '';
    list.replaceChildren(...arriving.map(upload => uploadCard(upload, () => uploads.drop(upload))), ...films.map(filmCard));
    const [isBare, isEmpty] = [films.length === 0 && arriving.length === 0, shelf.length === 0];
    main.classList.toggle('without-films', isBare && isEmpty);
    if (isBare) list.append(isEmpty ? emptyState(writes) : h('li', { class: 'no-film soft' }, texts.films.onlyScripts));
    // What is there comes first.
    if (isBare && !isEmpty) list.before(scripts.element);
    else list.after(scripts.element);
  };
  const refresh = (): Promise<boolean> => attempt(trouble, async () => {
    const answer = await get<{ films: FilmCard[]; leftOut: LeftOut[] }>('/api/films', context.signal);
    films = answer.films;
    left.replaceChildren(...leftOutNote(answer.leftOut));
    if (writes) {
      ({ scripts: shelf } = await get<{ scripts: ScriptCard[] }>('/api/scripts', context.signal));
      scripts.show(shelf);
    }
    render();
    // Only where there is an engine besides the film's.
    const works = context.engines.length > 1 ? (await get<{ works: WorkCard[] }>('/api/works', context.signal)).works.filter(work => work.engine !== 'film' && work.engine !== 'script') : [];
    others.hidden = works.length === 0;
    others.querySelector('ul')?.replaceChildren(...works.map(work => h('li', {}, h('a', { href: addressOf(work.engine, work.id) }, work.name), h('span', { class: 'soft' }, work.waiting > 0 ? ` · ${texts.films.waits(work.waiting)}` : ''))));
  });
  uploads.addEventListener('change', () => {
    render();
    if (uploads.list.some(upload => upload.state === 'done')) void refresh();
  }, { signal: context.signal });
  const soon = calm(() => void refresh());
  for (const event of ['works', 'work', 'reset'] as const) context.live.on(event, soon, context.signal);
  context.live.on('job', job => {
    const film = films.find(one => one.id === job.request.work);
    if (!film) return;
    film.job = job;
    list.querySelector(`[data-film="${CSS.escape(film.id)}"]`)?.replaceWith(filmCard(film));
  }, context.signal);
  await refresh();
};

function emptyState(writes: boolean): HTMLElement {
  return h('li', { class: 'empty-state' },
    h('h2', {}, writes ? texts.films.nothing : texts.films.none),
    h('p', {}, writes ? texts.films.howBoth : texts.films.how),
    h('p', { class: 'soft' }, texts.films.unchanged));
}

function adding(context: Context): HTMLElement {
  const trouble = h('div');
  const file = h('input', { type: 'file', hidden: true, multiple: true, 'aria-label': texts.films.files, tabindex: -1 });
  file.addEventListener('change', () => {
    uploads.add(file.files ?? []);
    file.value = '';
  });
  const path = h('input', { type: 'text', 'aria-label': texts.films.path, placeholder: texts.films.pathExample, spellcheck: 'false', autocomplete: 'off', required: true });
  const form = h('form', { class: 'by-path' }, path, h('button', { type: 'submit' }, texts.films.addByPath));
  form.addEventListener('submit', event => {
    event.preventDefault();
    void attempt(trouble, async () => {
      const film = await send<FilmCard>('POST', '/api/films', { path: path.value.trim() });
      context.go(`/films/${film.id}`);
    });
  });
  return h('div', { class: 'adding' }, h('div', { class: 'row' }, form, button(texts.films.add, icons.add, () => file.click(), { class: 'primary' }), file), trouble);
}
