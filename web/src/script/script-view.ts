import { EditorView } from '@codemirror/view';
import { button, h } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import type { PlaceView, ReviewHost } from '../review/place-view.ts';
import { readAll } from '../review/proposals.ts';
import { RunBar } from '../review/run-bar.ts';
import { workHead } from '../review/work-head.ts';
import { get, workPath } from '../shell/api.ts';
import type { ProposalItem, WorkCard } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { Editor } from './editor.ts';
import { FindingPlaces, findings, marksFindings } from './findings.ts';
import type { OpenScript } from './model.ts';
import { readsAlong } from './reading.ts';
import { openScript, readText } from './script-client.ts';
import { texts } from '../texts/texts.ts';

/** Places in a script: its text as the editor shows it, to be read, with what is proposed marked in it. */
export class ScriptView implements PlaceView {
  private readonly editor: Editor;
  private readonly places: FindingPlaces;
  private readonly note = h('div', { class: 'marking', hidden: true, role: 'region', 'aria-label': texts.acts.mark }, h('span', { class: 'soft' }, texts.marking.nothing), button(texts.acts.close, null, () => this.leave()));
  private readonly bar: RunBar;
  readonly element: HTMLElement;
  readonly keys: KeyRow[] = [];
  private items: ProposalItem[] = [];
  private current = '';

  constructor(private readonly context: Context, private readonly work: WorkCard, script: OpenScript, host: ReviewHost) {
    const { signal } = context;
    this.bar = new RunBar(work, context);
    this.editor = new Editor(script.text, texts.script.editor(script.name), true, {}, readsAlong(text => readText(text, signal), () => undefined, script.reading),
      marksFindings(id => {
        const item = this.items.find(one => one.id === id);
        if (item) host.choose(item);
      }), EditorView.editable.of(false));
    // Nothing is typed in it: keys decide.
    this.editor.element.classList.remove('typing');
    this.places = new FindingPlaces(this.editor.doc);
    this.element = h('div', { class: 'material text script' }, h('div', { class: 'looks' }), this.note, host.trouble, this.editor.element);
    signal.addEventListener('abort', () => this.editor.close());
    void this.read();
  }

  get run(): HTMLElement { return this.bar.element; }

  show(item: ProposalItem): void {
    this.current = item.id;
    if (!this.items.some(one => one.id === item.id)) this.items.push(item);
    this.draw();
    const place = this.places.of(item);
    if (place) this.editor.go(place.from, false);
  }

  mend(items: ProposalItem[]): void {
    this.items = this.items.map(one => items.find(other => other.id === one.id) ?? one);
    this.draw();
  }

  see(): void { /* Words are seen as they are. */ }

  mark(): void { this.note.hidden = false; }

  leave(): void { this.note.hidden = true; }

  async refresh(): Promise<void> {
    const { context, work, editor } = this;
    const [now, { script }] = await Promise.all([get<WorkCard>(workPath(work.id), context.signal), openScript(work.id, context.signal)]);
    Object.assign(work, { job: undefined }, now);
    if (script.text !== editor.text) editor.view.dispatch({ changes: { from: 0, to: editor.doc.length, insert: script.text } });
    this.places.take(editor.doc, null);
    workHead(context, work);
    this.bar.show(work);
    await this.read();
  }

  private async read(): Promise<void> {
    const answer = await readAll(this.work.id, { state: 'all', order: 'place' }, this.context.signal).catch(() => null);
    if (!answer) return;
    this.items = answer.items;
    this.draw();
  }

  private draw(): void { this.editor.view.dispatch({ effects: findings(this.items, this.current, this.places) }); }
}
