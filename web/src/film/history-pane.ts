import { button, h } from '../elements/dom.ts';
import { KxShare } from '../elements/index.ts';
import { attempt } from '../shell/fault-note.ts';
import { filmPath, get, send, workPath } from '../shell/api.ts';
import type { Film, HistoryEntry, Job } from '../shell/model.ts';
import { verdictMark } from '../review/verdicts.ts';
import { texts } from '../texts/texts.ts';

interface Line { at: string; words: string; by: string; mark: Node | null; undone?: boolean }

/** What happened to a film: decisions, marks, renders; the newest first. */
export class HistoryPane {
  private readonly list = h('ol', { class: 'history' });
  private readonly share = new KxShare();
  private readonly links = h('span', { class: 'links' });
  private readonly trouble = h('div', { class: 'trouble' });
  private readonly notes = h('ul', { class: 'notes' });
  readonly element = h('section', { class: 'history-pane', 'aria-labelledby': 'history-title', tabindex: 0 },
    h('h2', { id: 'history-title' }, texts.history.title, this.links), this.trouble, this.share, this.notes, this.list);

  constructor(private readonly film: string, private readonly signal: AbortSignal) {}

  async refresh(film: Film): Promise<void> {
    const [entries, jobs] = await Promise.all([
      get<{ entries: HistoryEntry[] }>(workPath(this.film, '/history?count=60'), this.signal).then(answer => answer.entries),
      get<{ jobs: Job[] }>('/api/jobs', this.signal).then(answer => answer.jobs.filter(job => job.request.work === this.film)),
    ]);
    this.links.replaceChildren(...(film.report ? [h('a', { href: film.report, target: '_blank' }, texts.history.report)] : []),
      ...(film.output ? [h('a', { href: filmPath(this.film, '/media/output'), download: film.output.file }, texts.history.download)] : []),
      ...(film.page ? [h('a', { href: film.page, download: '' }, texts.history.page)] : []),
      ...(film.output && !film.job ? [button(film.page ? texts.history.makePageAgain : texts.history.makePage, null, () => void attempt(this.trouble, async () => { await send('POST', '/api/jobs', { work: this.film, verb: 'show' as const, request: {} }); }), { class: 'bare' })] : []));
    this.notes.replaceChildren(...film.notes.map(note => h('li', {}, note)));
    this.share.hidden = !film.shares;
    if (film.shares) this.share.shares = film.shares;
    const lines: Line[] = [
      ...entries.map(entry => ({ at: entry.at, words: entry.reason ? texts.history.withReason(entry.words, entry.reason) : entry.words, by: entry.by, mark: entry.verdict ? verdictMark(entry.verdict, true) : null, undone: entry.undone })),
      ...jobs.map(job => ({ at: job.ended ?? job.began ?? job.made, words: texts.history.job(job.title, job.state), by: '', mark: null })),
    ];
    if (film.output && !jobs.some(job => job.request.verb === 'restore' && job.state === 'done')) lines.push({ at: film.output.made, words: texts.history.rendered(film.output.file), by: '', mark: null });
    lines.sort((a, b) => b.at.localeCompare(a.at));
    this.list.replaceChildren(...lines.map(line => h('li', {},
      h('time', { class: 'time soft', datetime: line.at }, texts.moment(line.at)), h('span', { class: line.undone ? 'undone' : '' }, line.mark, line.words, line.undone ? h('span', { class: 'aloud' }, texts.history.takenBack) : null, line.by ? h('span', { class: 'soft' }, ` · ${line.by}`) : null))));
    if (lines.length === 0) this.list.append(h('li', { class: 'empty' }, texts.history.none));
  }
}
