import type { Route } from '../shell/router.ts';
import { texts } from '../texts/texts.ts';

/** A page of the studio: its address, what loads it, and where the bar above leads to it, its words there. */
export interface Place extends Route { href?: string; words?: string }

/** Every page; the bar above and the addresses are made from this list. */
export const places: Place[] = [
  { path: /^\/$/, href: '/', words: texts.places.films, load: async () => (await import('../film/films-page.ts')).filmsPage },
  { path: /^\/films\/([^/]+)$/, load: async () => (await import('../film/film-page.ts')).filmPage },
  { path: /^\/films\/([^/]+)\/review$/, load: async () => (await import('../review/review-page.ts')).reviewPage },
  { path: /^\/works\/([^/]+)$/, load: async () => (await import('../review/work-page.ts')).workPage },
  { path: /^\/jobs$/, href: '/jobs', words: texts.places.jobs, load: async () => (await import('../shell/jobs-page.ts')).jobsPage },
];

/** The address of a work's page. */
export const addressOf = (engine: string, id: string): string => (engine === 'film' ? `/films/${id}` : `/works/${id}`);
