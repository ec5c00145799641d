import './styles/studio.css';
import { h, takeKinds, type Kind } from './dom.ts';
import { defineElements } from './elements/index.ts';
import { get } from './studio/api.ts';
import { takeDrops } from './studio/drop.ts';
import { faultNote } from './studio/fault-note.ts';
import { filmPage } from './studio/film-page.ts';
import { filmsPage } from './studio/films-page.ts';
import { jobsPage } from './studio/jobs-page.ts';
import { Live } from './studio/live.ts';
import type { Studio } from './studio/model.ts';
import { reviewPage } from './studio/review-page.ts';
import { Router } from './studio/router.ts';
import { Shell } from './studio/shell.ts';

defineElements();

async function start(): Promise<void> {
  const [studio, { kinds }] = await Promise.all([get<Studio>('/api/studio'), get<{ kinds: Kind[] }>('/api/kinds')]);
  takeKinds(kinds);
  const live = new Live('/api/events');
  const shell = new Shell(studio, live);
  const router = new Router([
    { path: /^\/$/, page: filmsPage },
    { path: /^\/films\/([^/]+)$/, page: filmPage },
    { path: /^\/films\/([^/]+)\/review$/, page: reviewPage },
    { path: /^\/jobs$/, page: jobsPage },
  ], shell.main, { studio, live, say: words => shell.say(words), head: head => shell.head(head), keys: rows => shell.keys(rows) });
  document.body.append(takeDrops(() => router.go('/')));
  router.show();
}

start().catch((cause: unknown) => document.body.append(h('main', {}, faultNote(cause, () => location.reload()))));
