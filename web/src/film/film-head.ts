import type { Film } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';

/** The top bar on a film's pages. */
export function filmHead(context: Context, film: Film, current: 'film' | 'review'): void {
  context.head({
    title: film.name,
    tabs: [
      { words: 'Film', path: `/films/${film.id}`, current: current === 'film' },
      { words: 'Review', path: `/films/${film.id}/review`, current: current === 'review', count: film.waiting },
    ],
  });
}
