import './studio.css';
import { h, takeKinds } from '../elements/dom.ts';
import { defineElements } from '../elements/index.ts';
import { get } from './api.ts';
import { takeDrops } from '../film/drop.ts';
import { faultNote } from './fault-note.ts';
import { Live } from './live.ts';
import type { Engine, Studio } from './model.ts';
import { places } from './places.ts';
import { Router } from './router.ts';
import { Shell } from './shell.ts';

defineElements();

async function start(): Promise<void> {
  const [studio, { engines }] = await Promise.all([get<Studio>('/api/studio'), get<{ engines: Engine[] }>('/api/engines')]);
  takeKinds(engines.flatMap(engine => engine.kinds));
  const live = new Live('/api/events');
  const shell = new Shell(studio, live, places);
  const router = new Router(places, shell.main, { studio, engines, live, say: words => shell.say(words), head: head => shell.head(head), keys: rows => shell.keys(rows) });
  document.body.append(takeDrops(() => router.go('/')));
  router.show();
}

start().catch((cause: unknown) => document.body.append(h('main', {}, faultNote(cause, () => location.reload()))));
