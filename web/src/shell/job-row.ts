import { button, h, icons } from '../elements/dom.ts';
import { Fault, get, send } from './api.ts';
import { attempt, faultNote } from './fault-note.ts';
import { meter } from './meter.ts';
import type { Job } from './model.ts';
import { addressOf } from './places.ts';
import { clock, isOpen, jobStates, moment, progressWords, share } from './words.ts';

/** One job: how far it is, what can be done about it, its log. */
export class JobRow {
  readonly element: HTMLLIElement;
  private readonly progress = h('div', { class: 'job-progress' });
  private readonly state = h('p', { class: 'job-state' });
  private readonly fault = h('div');
  private readonly trouble = h('div');
  private readonly log = h('pre', { hidden: true, tabindex: 0, 'aria-label': 'Log' });
  private readonly pause = button('Pause', null, () => this.ask('pause'));
  private readonly resume = button('Resume', null, () => this.ask('resume'));
  private readonly cancel = button('Cancel', null, () => this.ask('cancel'));
  private readonly show = button('Log', null, () => this.toggleLog(), { 'aria-expanded': 'false' });
  private readonly remove = button('Remove from the list', icons.reject, () => void attempt(this.trouble, async () => {
    await send('DELETE', `/api/jobs/${this.job.id}`);
    this.removed();
  }), { 'data-bare': '', class: 'bare' });

  constructor(public job: Job, private readonly removed: () => void) {
    this.element = h('li', { class: 'job', 'data-job': job.id },
      h('div', { class: 'job-what' }, h('h3', {}, h('a', { href: addressOf(job.engine, job.request.work) }, job.name)), h('p', { class: 'soft' }, `${job.title} · `, h('time', { class: 'time', datetime: job.made }, moment(job.made)))),
      h('div', { class: 'job-how' }, this.progress, this.state),
      h('div', { class: 'job-do' }, this.pause, this.resume, this.cancel, this.show, this.remove),
      this.fault, this.trouble, this.log);
    this.update(job);
  }

  /** Its place in the queue; 0 where it does not wait. */
  set turn(turn: number) {
    if (turn > 0) this.state.textContent = turn === 1 ? 'Next in the queue' : `${turn} in the queue`;
  }

  update(job: Job): void {
    this.job = job;
    const { state } = job;
    this.element.dataset['state'] = state;
    this.pause.hidden = state !== 'running' && state !== 'waiting';
    this.resume.hidden = state !== 'paused' && state !== 'failed' && state !== 'asking';
    this.resume.classList.toggle('primary', state === 'asking');
    this.resume.lastElementChild?.replaceChildren(state === 'failed' ? 'Go on' : state === 'asking' ? 'Let it run' : 'Resume');
    this.cancel.hidden = !isOpen(job);
    this.remove.hidden = isOpen(job);
    const going = state === 'running' || state === 'pausing' || state === 'paused';
    this.progress.replaceChildren(...(going ? [meter(share(job.progress), `Progress of ${job.name}`)] : []));
    this.state.textContent = state === 'running' ? progressWords(job.progress) || 'Begins' : [jobStates[state], state === 'asking' ? job.asks ?? '' : '', state === 'paused' ? progressWords(job.progress) : '', job.outcome ?? '', took(job)].filter(Boolean).join(' · ');
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
    this.log.textContent = lines.length === 0 ? 'Nothing was written yet.' : lines.map(line => `${new Date(line.at).toLocaleTimeString([], { hour12: false })}  ${line.text}`).join('\n');
    if (atEnd) this.log.scrollTop = this.log.scrollHeight;
  }
}

const took = (job: Job): string => (job.began && job.ended ? `took ${clock((Date.parse(job.ended) - Date.parse(job.began)) / 1000)}` : '');
