import { h } from '../elements/dom.ts';
import { faultNote } from './fault-note.ts';
import type { Context, Page } from './page.ts';
import { texts } from '../texts/texts.ts';

/** An address such as `/films/{id}`, and what loads the page that it shows. */
export interface Route { path: string; load: () => Promise<Page> }

/** Shows the page of the address; links within the studio are followed without loading again. */
export class Router {
  private leave = new AbortController();

  constructor(private readonly routes: Route[], private readonly main: HTMLElement, private readonly context: Omit<Context, 'signal' | 'go'>) {
    addEventListener('popstate', () => this.show());
    addEventListener('click', event => {
      const link = (event.target as Element).closest?.('a[href^="/"]');
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute('download') || link.hasAttribute('target')) return;
      event.preventDefault();
      this.go(link.getAttribute('href') ?? '/');
    });
  }

  go(path: string): void {
    if (path === location.pathname + location.search) return;
    history.pushState(null, '', path);
    this.show();
    this.main.focus({ preventScroll: true });
  }

  show(): void {
    this.leave.abort();
    this.leave = new AbortController();
    this.main.replaceChildren();
    this.main.className = '';
    scrollTo(0, 0);
    this.context.keys([]);
    const context: Context = { ...this.context, signal: this.leave.signal, go: path => this.go(path) };
    for (const { path, load } of this.routes) {
      const found = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(location.pathname);
      if (!found) continue;
      const place = this.main;
      const open = async (): Promise<void> => {
        const page = await load();
        if (!context.signal.aborted) await page(context, place, ...found.slice(1).map(decodeURIComponent));
      };
      open().catch((cause: unknown) => {
        if (!context.signal.aborted) place.replaceChildren(faultNote(cause, () => this.show()));
      });
      return;
    }
    this.context.head({ title: texts.shell.notFound });
    this.main.replaceChildren(h('div', { class: 'empty-state' }, h('h1', {}, texts.shell.nothingHere), h('p', {}, h('a', { href: '/' }, texts.shell.allFilms))));
  }
}
