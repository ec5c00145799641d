import { button, h } from '../elements/dom.ts';
import { JobSteering } from '../review/job-steering.ts';
import type { Film } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { isPending, pendingWords } from '../shell/words.ts';

/** What a render would change, the button that starts it, and how far it is. */
export class RenderBar {
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly analyse = button('Analyse', null, () => this.run.start('analyse'));
  private readonly render = button('Render', null, () => this.run.start('restore'), { class: 'primary render' });
  private readonly run: JobSteering;
  readonly element: HTMLElement;

  constructor(private film: Film, context: Context) {
    this.run = new JobSteering(film.id, context, () => this.tell(), verb => ({ report: verb === 'restore' }));
    this.element = h('div', { class: 'render-bar', role: 'region', 'aria-label': 'Render' }, this.run.trouble, this.run.progress,
      h('div', { class: 'row' }, this.words, this.analyse, this.render, this.run.pause, this.run.stop));
    this.show(film);
  }

  show(film: Film): void {
    this.film = film;
    this.run.take(film.job);
    this.tell();
  }

  private tell(): void {
    const { film, run } = this;
    const waits = isPending(film.pending);
    run.draw();
    this.words.textContent = run.going ? run.words
      : film.state === 'new' ? 'Not analysed yet.' : film.state === 'analysed' ? 'Not rendered yet.' : waits ? `Changed: ${pendingWords(film.pending)}.` : 'Up to date.';
    this.analyse.hidden = run.going || film.state !== 'new';
    this.render.hidden = run.going || film.state === 'missing';
    this.render.disabled = film.state === 'restored' && !waits;
    this.render.classList.toggle('primary', !this.render.disabled);
    this.render.lastElementChild?.replaceChildren(film.state === 'restored' ? 'Render what changed' : 'Render');
  }
}
