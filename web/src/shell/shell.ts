import { button, h } from '../elements/dom.ts';
import { KeyList, listenToKeys, type KeyRow } from '../elements/keys.ts';
import { themeButton } from '../elements/theme.ts';
import { get } from './api.ts';
import type { Live } from './live.ts';
import type { Job, Studio } from './model.ts';
import type { Head } from './page.ts';
import addresses from './addresses.json';
import type { Place } from './places.ts';
import { texts } from '../texts/texts.ts';

/** What stands around every page: the bar above, the key list, what is said aloud, and whether the studio is there. */
export class Shell {
  readonly main = h('main', { id: 'main', tabindex: -1 });
  private readonly title = h('span', { class: 'crumb' });
  private readonly tabs = h('nav', { class: 'tabs', 'aria-label': texts.shell.thisWork });
  private readonly jobs = h('a', { href: addresses.jobs, class: 'jobs-link' });
  private readonly aloud = h('div', { class: 'aloud', 'aria-live': 'polite' });
  private readonly lost = h('div', { class: 'lost', role: 'status', hidden: true }, texts.shell.lost);
  private readonly list = new KeyList();
  private readonly running = new Map<string, Job>();
  private rows: KeyRow[] = [];

  constructor(private readonly studio: Studio, live: Live, places: Place[]) {
    const showKeys = (): void => this.list.show([...this.rows, ...always]);
    const always: KeyRow[] = [{ show: '?', words: texts.shell.thisList, press: { '?': showKeys } }];
    document.body.append(
      h('a', { class: 'skip', href: '#main' }, texts.shell.toContent),
      h('header', { class: 'top-bar' },
        h('a', { class: 'brand', href: '/', title: texts.shell.allFilms }, h('i', { 'aria-hidden': 'true' }), h('span', {}, texts.product)),
        this.title, this.tabs,
        h('nav', { class: 'places', 'aria-label': texts.shell.studio }, ...places.filter(place => place.words).map(place => place.path === addresses.jobs ? this.jobs : h('a', { href: place.path }, place.words))),
        button(texts.shell.keysTitle, null, showKeys, { class: 'bare keys', 'aria-label': texts.shell.keys, title: texts.shell.keysTitle }), themeButton('dark')),
      this.lost, this.main, this.aloud, this.list.dialog);
    this.aloud.ariaAtomic = 'true';
    listenToKeys(() => [...this.rows, ...always]);
    live.on('connection', on => { this.lost.hidden = on; });
    live.on('job', job => this.note(job));
    live.on('reset', () => void this.count());
    void this.count();
  }

  head(head: Head): void {
    document.title = head.title ? texts.pageTitle(head.title) : texts.product;
    this.title.textContent = head.tabs ? head.title : this.studio.folder;
    this.tabs.replaceChildren(...(head.tabs ?? []).map(tab => h('a', { href: tab.path, 'aria-current': tab.current ? 'page' : null },
      tab.words, tab.count ? h('b', { class: 'badge' }, texts.count(tab.count)) : null)));
    for (const link of document.querySelectorAll('.places a'))
      if (link.getAttribute('href') === location.pathname) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
  }

  keys(rows: KeyRow[]): void { this.rows = rows; }

  say(words: string): void { this.aloud.textContent = words; }

  private async count(): Promise<void> {
    this.running.clear();
    this.tell();
    for (const job of (await get<{ jobs: Job[] }>('/api/jobs').catch(() => ({ jobs: [] }))).jobs) this.note(job);
  }

  private note(job: Job): void {
    if (['waiting', 'running', 'pausing', 'paused'].includes(job.state)) this.running.set(job.id, job);
    else this.running.delete(job.id);
    this.tell();
  }

  private tell(): void {
    this.jobs.replaceChildren(texts.places.jobs, this.running.size > 0 ? h('b', { class: 'badge live' }, String(this.running.size)) : '');
  }
}

