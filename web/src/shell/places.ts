import type { Route } from '../shell/router.ts';
import { texts } from '../texts/texts.ts';

import addresses from './addresses.json';

/** A page of the studio: its address, what loads it, and where the bar above leads to it, its words there. */
export interface Place extends Route { words?: string }

type Name = keyof typeof addresses;

// The server reads the same addresses: what is asked for at another is not there.
const pages: Record<Name, Omit<Place, 'path'>> = {
  films: { words: texts.places.films, load: async () => (await import('../film/films-page.ts')).filmsPage },
  film: { load: async () => (await import('../film/film-page.ts')).filmPage },
  review: { load: async () => (await import('../review/review-page.ts')).reviewPage },
  work: { load: async () => (await import('../review/work-page.ts')).workPage },
  script: { load: async () => (await import('../script/script-page.ts')).scriptPage },
  jobs: { words: texts.places.jobs, load: async () => (await import('../shell/jobs-page.ts')).jobsPage },
};

/** Every page; the bar above and the addresses are made from this list. */
export const places: Place[] = (Object.keys(pages) as Name[]).map(name => ({ path: addresses[name], ...pages[name] }));

/** The address of a work's page. */
export const addressOf = (engine: string, id: string): string => ((engine === 'film' ? addresses.film : engine === 'script' ? addresses.script : addresses.work).replace(/\{id\}/, id));
