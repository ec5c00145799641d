import { button, h } from '../elements/dom.ts';
import { Fault, send } from '../shell/api.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import { meter } from '../shell/meter.ts';
import type { Job, WorkCard } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { isOpen, jobStates, plural, progressWords, share } from '../shell/words.ts';

/** What an engine can be asked to do with a work, and how far that is. */
export class RunBar {
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly progress = h('div', { class: 'render-progress' });
  private readonly verbs: HTMLButtonElement[];
  private readonly pause = button('Pause', null, () => this.ask(this.job?.state === 'paused' || this.job?.state === 'asking' ? 'resume' : 'pause'));
  private readonly stop = button('Cancel', null, () => this.ask('cancel'));
  private readonly trouble = h('div');
  readonly element: HTMLElement;
  private job: Job | null = null;

  constructor(private work: WorkCard, context: Context) {
    const verbs = context.engines.find(engine => engine.name === work.engine)?.verbs ?? [];
    this.verbs = verbs.map(verb => button(verb.title, null, () => this.start(verb.id), { class: verb.writesOutput ? 'primary' : '' }));
    this.element = h('div', { class: 'render-bar', role: 'region', 'aria-label': 'Run' }, this.trouble, this.progress, h('div', { class: 'row' }, this.words, ...this.verbs, this.pause, this.stop));
    context.live.on('job', job => { if (job.request.work === this.work.id) this.follow(job); }, context.signal);
    this.show(work);
  }

  show(work: WorkCard): void {
    this.work = work;
    if (work.job && isOpen(work.job)) this.job = work.job;
    else if (this.job && isOpen(this.job)) this.job = null;
    this.tell();
  }

  private follow(job: Job): void {
    this.job = job;
    this.tell();
  }

  private tell(): void {
    const { job, work } = this;
    const going = job !== null && isOpen(job);
    this.progress.replaceChildren(...(going ? [meter(share(job.progress), 'Progress')] : []));
    this.words.textContent = going ? [progressWords(job.progress) || jobStates[job.state], job.state === 'asking' ? job.asks ?? '' : ''].filter(Boolean).join('. ')
      : this.changed() || (job?.outcome ?? '') || (work.waiting > 0 ? plural(work.waiting, 'finding waits', 'findings wait') : 'Nothing waits.');
    for (const verb of this.verbs) verb.hidden = going;
    this.pause.hidden = !going || job.state === 'pausing';
    this.pause.lastElementChild?.replaceChildren(job?.state === 'paused' ? 'Resume' : job?.state === 'asking' ? 'Let it run' : 'Pause');
    this.stop.hidden = !going;
    this.trouble.replaceChildren(...(job?.state === 'failed' && job.fault ? [faultNote(new Fault(job.fault.code, job.fault.message, job.fault.remedy, 0), () => this.start(job.request.verb))] : []));
  }

  // What was made before something that it hangs on changed.
  private changed(): string {
    const { stale } = this.work;
    return stale.length > 0 ? `Made before ${[...new Set(stale.map(one => one.reason ?? one.because))].join(' and ')} changed.` : '';
  }

  private start(verb: string): void {
    void attempt(this.trouble, async () => this.follow(await send<Job>('POST', '/api/jobs', { work: this.work.id, verb })));
  }

  private ask(verb: string): void {
    const { job } = this;
    if (job) void attempt(this.trouble, async () => this.follow(await send<Job>('POST', `/api/jobs/${job.id}/${verb}`)));
  }
}
