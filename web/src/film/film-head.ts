import type { Film } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { texts } from '../texts/texts.ts';

/** The top bar on a film's pages. */
export function filmHead(context: Context, film: Film, current: 'film' | 'review'): void {
  context.head({
    title: film.name,
    tabs: [
      { words: texts.places.film, path: `/films/${film.id}`, current: current === 'film' },
      { words: texts.places.review, path: `/films/${film.id}/review`, current: current === 'review', count: film.waiting },
    ],
  });
}
