import { button, h } from '../elements/dom.ts';
import { JobSteering } from '../review/job-steering.ts';
import type { Film } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { isPending } from './pending.ts';
import { texts } from '../texts/texts.ts';

/** What a render would change, the button that starts it, and how far it is. */
export class RenderBar {
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly analyse = button(texts.run.analyse, null, () => this.run.start('analyse' as const));
  private readonly render = button(texts.run.render, null, () => this.run.start('restore' as const), { class: 'primary render' });
  private readonly run: JobSteering;
  readonly element: HTMLElement;

  constructor(private film: Film, context: Context) {
    this.run = new JobSteering(film.id, context, () => this.tell(), verb => ({ report: verb === 'restore' }));
    this.element = h('div', { class: 'render-bar', role: 'region', 'aria-label': texts.run.render }, this.run.trouble, this.run.progress,
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
      : film.state === 'new' ? texts.run.notAnalysed : film.state === 'analysed' ? texts.run.notRendered : waits ? texts.run.changed(film.pending) : texts.run.upToDate;
    this.analyse.hidden = run.going || film.state !== 'new';
    this.render.hidden = run.going || film.state === 'missing';
    this.render.disabled = film.state === 'restored' && !waits;
    this.render.classList.toggle('primary', !this.render.disabled);
    this.render.lastElementChild?.replaceChildren(film.state === 'restored' ? texts.run.renderChanged : texts.run.render);
  }
}
