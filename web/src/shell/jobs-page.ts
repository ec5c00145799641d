import { h } from '../elements/dom.ts';
import { get } from './api.ts';
import { attempt } from './fault-note.ts';
import { JobRow } from './job-row.ts';
import { leftOutNote } from './left-out.ts';
import type { Job, LeftOut } from './model.ts';
import type { Page } from './page.ts';
import { isOpen } from './job.ts';
import { texts } from '../texts/texts.ts';

/** What runs, what waits for its turn, and what ended. */
export const jobsPage: Page = async (context, main) => {
  main.className = 'jobs-page';
  context.head({ title: texts.jobs.title });
  const trouble = h('div');
  const left = h('div');
  const summary = h('p', { class: 'soft' });
  const open = h('ol', { class: 'job-list' });
  const ended = h('ol', { class: 'job-list ended' });
  const endedTitle = h('h2', {}, texts.jobs.ended);
  const empty = h('div', { class: 'empty-state' }, h('h2', {}, texts.jobs.none), h('p', {}, texts.jobs.noneYet), h('p', {}, h('a', { href: '/' }, texts.shell.allFilms)));
  main.append(h('div', { class: 'page-head' }, h('div', {}, h('h1', {}, texts.jobs.title), summary)), trouble, left, empty, open, endedTitle, ended);

  const rows = new Map<string, JobRow>();
  const take = (job: Job): void => {
    const row = rows.get(job.id);
    if (row) row.update(job);
    else rows.set(job.id, new JobRow(job, () => {
      rows.get(job.id)?.element.remove();
      rows.delete(job.id);
      arrange();
    }));
  };
  // A row moves only when it ends or begins: what is read stays where it is.
  const arrange = (): void => {
    const all = [...rows.values()];
    const going = all.filter(row => isOpen(row.job)).sort((a, b) => Number(a.job.state === 'waiting') - Number(b.job.state === 'waiting') || a.job.made.localeCompare(b.job.made));
    const gone = all.filter(row => !isOpen(row.job)).sort((a, b) => (b.job.ended ?? b.job.made).localeCompare(a.job.ended ?? a.job.made));
    place(open, going.map(row => row.element));
    place(ended, gone.map(row => row.element));
    let turn = 0;
    for (const row of going) row.turn = row.job.state === 'waiting' ? ++turn : 0;
    endedTitle.hidden = gone.length === 0;
    empty.hidden = all.length > 0;
    const running = going.filter(row => row.job.state === 'running' || row.job.state === 'pausing').length;
    const asking = going.filter(row => row.job.state === 'asking').length;
    summary.textContent = going.length === 0 ? '' : [asking ? texts.jobs.asking(asking) : '', running ? texts.jobs.running(running) : '', turn ? texts.jobs.waiting(turn) : ''].filter(Boolean).join(' · ') || texts.jobs.free(context.studio.cores);
  };
  const refresh = (): Promise<boolean> => attempt(trouble, async () => {
    const { jobs, leftOut } = await get<{ jobs: Job[]; leftOut: LeftOut[] }>('/api/jobs', context.signal);
    left.replaceChildren(...leftOutNote(leftOut));
    for (const id of rows.keys()) if (!jobs.some(job => job.id === id)) rows.delete(id);
    jobs.forEach(take);
    arrange();
  });
  context.live.on('job', job => {
    take(job);
    arrange();
  }, context.signal);
  context.live.on('reset', () => void refresh(), context.signal);
  await refresh();
};

// Only what changed its place is moved, so that focus stays.
function place(list: HTMLElement, wanted: HTMLElement[]): void {
  for (const row of [...list.children]) if (!wanted.includes(row as HTMLElement)) row.remove();
  wanted.forEach((row, i) => { if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null); });
}
