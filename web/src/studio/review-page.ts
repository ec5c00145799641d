import { h } from '../dom.ts';
import { filmPath, get } from './api.ts';
import { filmHead } from './film-head.ts';
import { missingFilm } from './missing-film.ts';
import type { Film } from './model.ts';
import type { Page } from './page.ts';
import { RenderBar } from './render-bar.ts';
import { Review } from './review.ts';

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
    main.append(h('div', { class: 'empty-state' }, h('h1', {}, 'Nothing to review yet'),
      h('p', {}, 'The film was not analysed. Analysing finds damage and proposes repairs; it changes nothing.'), new RenderBar(film, context).element));
    context.live.on('film', detail => { if (detail.id === film.id) void get<Film>(filmPath(film.id)).then(now => { if (now.state !== film.state) location.reload(); }); }, context.signal);
    return;
  }
  const review = new Review(context, film, main);
  await review.open();
};
