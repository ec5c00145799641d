import './studio.css';
import { h, takeKinds, type Kind } from '../elements/dom.ts';
import { defineElements } from '../elements/index.ts';
import { get } from './api.ts';
import { takeDrops } from '../film/drop.ts';
import { faultNote } from './fault-note.ts';
import { Live } from './live.ts';
import type { Studio } from './model.ts';
import { Router } from './router.ts';
import { Shell } from './shell.ts';

defineElements();

async function start(): Promise<void> {
  const [studio, { kinds }] = await Promise.all([get<Studio>('/api/studio'), get<{ kinds: Kind[] }>('/api/kinds')]);
  takeKinds(kinds);
  const live = new Live('/api/events');
  const shell = new Shell(studio, live);
  const router = new Router([
    { path: /^\/$/, load: async () => (await import('../film/films-page.ts')).filmsPage },
    { path: /^\/films\/([^/]+)$/, load: async () => (await import('../film/film-page.ts')).filmPage },
    { path: /^\/films\/([^/]+)\/review$/, load: async () => (await import('../review/review-page.ts')).reviewPage },
    { path: /^\/jobs$/, load: async () => (await import('./jobs-page.ts')).jobsPage },
  ], shell.main, { studio, live, say: words => shell.say(words), head: head => shell.head(head), keys: rows => shell.keys(rows) });
  document.body.append(takeDrops(() => router.go('/')));
  router.show();
}

start().catch((cause: unknown) => document.body.append(h('main', {}, faultNote(cause, () => location.reload()))));
