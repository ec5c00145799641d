import { button, h, icons } from '../elements/dom.ts';
import { Fault, get, send } from './api.ts';
import { attempt, faultNote } from './fault-note.ts';
import { meter } from './meter.ts';
import type { Job } from './model.ts';
import { addressOf } from './places.ts';
import { isOpen, share } from './job.ts';
import { texts } from '../texts/texts.ts';

/** One job: how far it is, what can be done about it, its log. */
export class JobRow {
  readonly element: HTMLLIElement;
  private readonly progress = h('div', { class: 'job-progress' });
  private readonly state = h('p', { class: 'job-state' });
  private readonly fault = h('div');
  private readonly trouble = h('div');
  private readonly log = h('pre', { hidden: true, tabindex: 0, 'aria-label': texts.jobs.log });
  private readonly pause = button(texts.acts.pause, null, () => this.ask('pause'));
  private readonly resume = button(texts.acts.resume, null, () => this.ask('resume'));
  private readonly cancel = button(texts.acts.cancel, null, () => this.ask('cancel'));
  private readonly show = button(texts.jobs.log, null, () => this.toggleLog(), { 'aria-expanded': 'false' });
  private readonly remove = button(texts.jobs.remove, icons.reject, () => void attempt(this.trouble, async () => {
    await send('DELETE', `/api/jobs/${this.job.id}`);
    this.removed();
  }), { 'data-bare': '', class: 'bare' });

  constructor(public job: Job, private readonly removed: () => void) {
    this.element = h('li', { class: 'job', 'data-job': job.id },
      h('div', { class: 'job-what' }, h('h3', {}, h('a', { href: addressOf(job.engine, job.request.work) }, job.name)), h('p', { class: 'soft' }, `${job.title} · `, h('time', { class: 'time', datetime: job.made }, texts.moment(job.made)))),
      h('div', { class: 'job-how' }, this.progress, this.state),
      h('div', { class: 'job-do' }, this.pause, this.resume, this.cancel, this.show, this.remove),
      this.fault, this.trouble, this.log);
    this.update(job);
  }

  /** Its place in the queue; 0 where it does not wait. */
  set turn(turn: number) {
    if (turn > 0) this.state.textContent = texts.jobs.turn(turn);
  }

  update(job: Job): void {
    this.job = job;
    const { state } = job;
    this.element.dataset['state'] = state;
    this.pause.hidden = state !== 'running' && state !== 'waiting';
    this.resume.hidden = state !== 'paused' && state !== 'failed' && state !== 'asking';
    this.resume.classList.toggle('primary', state === 'asking');
    this.resume.lastElementChild?.replaceChildren(state === 'failed' ? texts.jobs.goOn : state === 'asking' ? texts.jobs.letRun : texts.acts.resume);
    this.cancel.hidden = !isOpen(job);
    this.remove.hidden = isOpen(job);
    const howFar = job.progress ? texts.jobs.howFar(job.progress) : '';
    const going = state === 'running' || state === 'pausing' || state === 'paused';
    this.progress.replaceChildren(...(going ? [meter(share(job.progress), texts.jobs.progressOf(job.name))] : []));
    this.state.textContent = state === 'running' ? howFar || texts.jobs.begins : [texts.jobs.states[state], state === 'asking' ? job.asks ?? '' : '', state === 'paused' ? howFar : '', job.outcome ?? '', took(job)].filter(Boolean).join(' · ');
    this.fault.replaceChildren(...(job.fault ? [faultNote(new Fault(job.fault.code, job.fault.message, job.fault.remedy, 0))] : []));
    if (!this.log.hidden) void this.readLog();
  }

  private ask(verb: 'pause' | 'resume' | 'cancel'): void {
    void attempt(this.trouble, async () => this.update(await send<Job>('POST', `/api/jobs/${this.job.id}/${verb}`)));
  }

  private toggleLog(): void {
    this.log.hidden = !this.log.hidden;
    this.show.setAttribute('aria-expanded', String(!this.log.hidden));
    if (!this.log.hidden) void this.readLog();
  }

  private async readLog(): Promise<void> {
    const { lines } = await get<{ lines: { at: string; text: string }[] }>(`/api/jobs/${this.job.id}/log`).catch(() => ({ lines: [] }));
    const atEnd = this.log.scrollTop + this.log.clientHeight >= this.log.scrollHeight - 8;
    this.log.textContent = lines.length === 0 ? texts.jobs.emptyLog : lines.map(line => `${texts.time(line.at)}  ${line.text}`).join('\n');
    if (atEnd) this.log.scrollTop = this.log.scrollHeight;
  }
}

const took = (job: Job): string => (job.began && job.ended ? texts.jobs.took((Date.parse(job.ended) - Date.parse(job.began)) / 1000) : '');
