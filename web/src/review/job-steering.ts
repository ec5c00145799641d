import { button, h } from '../elements/dom.ts';
import { Fault, send } from '../shell/api.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import { meter } from '../shell/meter.ts';
import type { Job } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { isOpen, share } from '../shell/job.ts';
import { texts } from '../texts/texts.ts';

/** Follows the job of one work: how far it is, and what can be done about it. */
export class JobSteering {
  readonly progress = h('div', { class: 'render-progress' });
  readonly pause = button(texts.acts.pause, null, () => this.ask(this.job?.state === 'paused' || this.job?.state === 'asking' ? 'resume' : 'pause'));
  readonly stop = button(texts.acts.cancel, null, () => this.ask('cancel'));
  readonly trouble = h('div');
  job: Job | null = null;

  /** @param settings what is asked beside a verb. */
  constructor(private readonly work: string, context: Context, private readonly told: () => void, private readonly settings: (verb: string) => object = () => ({})) {
    context.live.on('job', job => { if (job.request.work === work) this.follow(job); }, context.signal);
  }

  get going(): boolean { return this.job !== null && isOpen(this.job); }

  /** How far it is, in words. */
  get words(): string {
    const { job } = this;
    return job === null ? '' : [job.progress ? texts.jobs.howFar(job.progress) : texts.jobs.states[job.state], job.state === 'asking' ? job.asks ?? '' : ''].filter(Boolean).join('. ');
  }

  /** The job that the work has now; none where it is over. */
  take(job?: Job): void {
    if (job && isOpen(job)) this.job = job;
    else if (this.going) this.job = null;
  }

  draw(): void {
    const { job, going } = this;
    this.progress.replaceChildren(...(going ? [meter(share(job?.progress), texts.jobs.progress)] : []));
    this.pause.hidden = !going || job?.state === 'pausing';
    this.pause.lastElementChild?.replaceChildren(job?.state === 'paused' ? texts.acts.resume : job?.state === 'asking' ? texts.jobs.letRun : texts.acts.pause);
    this.stop.hidden = !going;
    this.trouble.querySelector('.of-job')?.remove();
    if (job?.state === 'failed' && job.fault) this.trouble.append(h('div', { class: 'of-job' }, faultNote(new Fault(job.fault.code, job.fault.message, job.fault.remedy, 0), () => this.start(job.request.verb))));
  }

  start(verb: string): void {
    void attempt(this.trouble, async () => this.follow(await send<Job>('POST', '/api/jobs', { work: this.work, verb, request: this.settings(verb) })));
  }

  private ask(verb: 'pause' | 'resume' | 'cancel'): void {
    const { job } = this;
    if (job) void attempt(this.trouble, async () => this.follow(await send<Job>('POST', `/api/jobs/${job.id}/${verb}`)));
  }

  private follow(job: Job): void {
    this.job = job;
    this.told();
  }
}
