import { button, h } from '../elements/dom.ts';
import type { WorkCard } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { JobSteering } from './job-steering.ts';
import { texts } from '../texts/texts.ts';

/** What an engine can be asked to do with a work, and how far that is. */
export class RunBar {
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly run: JobSteering;
  private readonly verbs: HTMLButtonElement[];
  readonly element: HTMLElement;

  constructor(private work: WorkCard, context: Context) {
    const verbs = context.engines.find(engine => engine.name === work.engine)?.verbs ?? [];
    this.run = new JobSteering(work.id, context, () => this.tell());
    this.verbs = verbs.map(verb => button(verb.title, null, () => this.run.start(verb.id), { class: verb.writesOutput ? 'primary' : '' }));
    this.element = h('div', { class: 'render-bar', role: 'region', 'aria-label': texts.run.title }, this.run.trouble, this.run.progress, h('div', { class: 'row' }, this.words, ...this.verbs, this.run.pause, this.run.stop));
    this.show(work);
  }

  show(work: WorkCard): void {
    this.work = work;
    this.run.take(work.job);
    this.tell();
  }

  private tell(): void {
    const { run, work } = this;
    run.draw();
    this.words.textContent = run.going ? run.words : this.changed() || (run.job?.outcome ?? '') || (work.waiting > 0 ? texts.films.waits(work.waiting) : texts.run.nothingWaits);
    for (const verb of this.verbs) verb.hidden = run.going;
  }

  // What was made before something that it hangs on changed.
  private changed(): string {
    const { stale } = this.work;
    return stale.length > 0 ? texts.run.madeBefore([...new Set(stale.map(one => one.reason ?? one.because))]) : '';
  }
}
