import { button, h } from '../elements/dom.ts';
import { Fault, send } from '../shell/api.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import { meter } from '../shell/meter.ts';
import type { Film, Job } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { isOpen, isPending, jobStates, pendingWords, progressWords, share } from '../shell/words.ts';

/** What a render would change, the button that starts it, and how far it is. */
export class RenderBar {
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly progress = h('div', { class: 'render-progress' });
  private readonly analyse = button('Analyse', null, () => this.start('analyse'));
  private readonly render = button('Render', null, () => this.start('restore'), { class: 'primary render' });
  private readonly pause = button('Pause', null, () => this.ask(this.job?.state === 'paused' || this.job?.state === 'asking' ? 'resume' : 'pause'));
  private readonly stop = button('Cancel', null, () => this.ask('cancel'));
  private readonly trouble = h('div');
  readonly element = h('div', { class: 'render-bar', role: 'region', 'aria-label': 'Render' }, this.trouble, this.progress,
    h('div', { class: 'row' }, this.words, this.analyse, this.render, this.pause, this.stop));
  private job: Job | null = null;

  constructor(private film: Film, context: Context) {
    context.live.on('job', job => { if (job.request.work === this.film.id) this.follow(job); }, context.signal);
    this.show(film);
  }

  show(film: Film): void {
    this.film = film;
    if (film.job && isOpen(film.job)) this.job = film.job;
    else if (this.job && isOpen(this.job)) this.job = null;
    this.tell();
  }

  private follow(job: Job): void {
    this.job = job;
    this.tell();
  }

  private tell(): void {
    const { film, job } = this;
    const going = job !== null && isOpen(job);
    const waits = isPending(film.pending);
    this.progress.replaceChildren(...(going ? [meter(share(job.progress), 'Progress')] : []));
    this.words.textContent = going ? [progressWords(job.progress) || jobStates[job.state], job.state === 'asking' ? job.asks ?? '' : ''].filter(Boolean).join('. ')
      : film.state === 'new' ? 'Not analysed yet.' : film.state === 'analysed' ? 'Not rendered yet.' : waits ? `Changed: ${pendingWords(film.pending)}.` : 'Up to date.';
    this.analyse.hidden = going || film.state !== 'new';
    this.render.hidden = going || film.state === 'missing';
    this.render.disabled = film.state === 'restored' && !waits;
    this.render.classList.toggle('primary', !this.render.disabled);
    this.render.lastElementChild?.replaceChildren(film.state === 'restored' ? 'Render what changed' : 'Render');
    this.pause.hidden = !going || job.state === 'pausing';
    this.pause.lastElementChild?.replaceChildren(job?.state === 'paused' ? 'Resume' : job?.state === 'asking' ? 'Let it run' : 'Pause');
    this.stop.hidden = !going;
    this.trouble.querySelector('.of-job')?.remove();
    if (job?.state === 'failed' && job.fault) this.trouble.append(h('div', { class: 'of-job' }, faultNote(new Fault(job.fault.code, job.fault.message, job.fault.remedy, 0), () => this.start(job.request.verb))));
  }

  private start(verb: string): void {
    void attempt(this.trouble, async () => this.follow(await send<Job>('POST', '/api/jobs', { work: this.film.id, verb, request: { report: verb === 'restore' } })));
  }

  private ask(verb: string): void {
    const { job } = this;
    if (job) void attempt(this.trouble, async () => this.follow(await send<Job>('POST', `/api/jobs/${job.id}/${verb}`)));
  }
}
