import { button, h } from '../elements/dom.ts';
import { get, workPath } from '../shell/api.ts';
import { attempt } from '../shell/fault-note.ts';
import type { HistoryEntry } from '../shell/model.ts';
import { verdictMark } from '../review/verdicts.ts';
import type { ScriptCard } from './model.ts';
import { texts } from '../texts/texts.ts';

/** What people decided about the script, and other drafts to lay beside it. */
export class HistoryPane {
  private readonly trouble = h('div', { class: 'trouble' });
  private readonly others = h('select', { 'aria-label': texts.script.otherDraft });
  private readonly compare = h('div', { class: 'compare-with', hidden: true }, h('h2', {}, texts.script.compareWith), h('div', { class: 'row' }, this.others, button(texts.script.compare, null, () => this.beside({ id: this.others.value, name: this.others.selectedOptions[0]?.textContent ?? '' }))));
  private readonly list = h('ol', { class: 'history' });
  readonly element = h('div', { class: 'history-here' }, this.trouble, this.compare, h('h2', {}, texts.history.title), this.list);

  /** @param beside lays another script beside this one. */
  constructor(private readonly id: string, private readonly signal: AbortSignal, private readonly beside: (other: { id: string; name: string }) => void) {}

  async refresh(): Promise<void> {
    await attempt(this.trouble, async () => {
      const [{ entries }, { scripts }] = await Promise.all([get<{ entries: HistoryEntry[] }>(workPath(this.id, '/history?count=60'), this.signal), get<{ scripts: ScriptCard[] }>('/api/scripts', this.signal)]);
      const others = scripts.filter(one => one.id !== this.id && !one.isMissing);
      this.compare.hidden = others.length === 0;
      const was = this.others.value;
      this.others.replaceChildren(...others.map(one => h('option', { value: one.id }, one.file)));
      if (others.some(one => one.id === was)) this.others.value = was;
      this.list.replaceChildren(...entries.map(entry => h('li', {},
        h('time', { class: 'time soft', datetime: entry.at }, texts.moment(entry.at)),
        h('span', { class: entry.undone ? 'undone' : '' }, entry.verdict ? verdictMark(entry.verdict, true) : null, entry.reason ? texts.history.withReason(entry.words, entry.reason) : entry.words, entry.undone ? h('span', { class: 'aloud' }, texts.history.takenBack) : null, h('span', { class: 'soft' }, ` · ${entry.by}`)))));
      if (entries.length === 0) this.list.append(h('li', { class: 'empty' }, texts.history.none));
    });
  }
}
