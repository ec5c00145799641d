import { h } from '../elements/dom.ts';
import { filmPath, get } from '../shell/api.ts';
import { FilmView } from '../film/film-view.ts';
import { filmHead } from '../film/film-head.ts';
import { missingFilm } from '../film/missing-film.ts';
import type { Film } from '../shell/model.ts';
import type { Page } from '../shell/page.ts';
import { RenderBar } from '../film/render-bar.ts';
import { Review } from './review.ts';
import { texts } from '../texts/texts.ts';

/** The inbox: what the machine found and is not sure of, one key for each decision. */
export const reviewPage: Page = async (context, main, id) => {
  const film = await get<Film>(filmPath(id ?? ''), context.signal);
  main.className = 'review-page';
  filmHead(context, film, 'review');
  if (film.state === 'missing') {
    main.append(missingFilm(film));
    return;
  }
  if (film.state === 'new') {
    main.append(h('div', { class: 'empty-state' }, h('h1', {}, texts.review.nothing),
      h('p', {}, texts.review.notAnalysed), new RenderBar(film, context).element));
    context.live.on('work', detail => { if (detail.id === film.id) void get<Film>(filmPath(film.id)).then(now => { if (now.state !== film.state) location.reload(); }); }, context.signal);
    return;
  }
  const review = new Review(context, film, main, host => new FilmView(context, film, host));
  await review.open();
};
