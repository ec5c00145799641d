import type { Text } from '@codemirror/state';
import { button, h } from '../elements/dom.ts';
import { Fault } from '../shell/api.ts';
import { faultNote } from '../shell/fault-note.ts';
import { DraftStore } from './draft.ts';
import type { Editor } from './editor.ts';
import { currentTag, saveText } from './script-client.ts';
import { texts } from '../texts/texts.ts';

const changed = 'KX6070' as const;
const lacks = 'KX6072' as const;
const rest = 400;

/** What is on the disk and what is not: saves when a person says so, and keeps what was not saved in the browser. What another program wrote is never written over. */
export class Saving {
  private readonly drafts: DraftStore;
  private readonly words = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly trouble = h('div', { class: 'trouble' });
  private readonly extra = h('div', { class: 'row' });
  private readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  private saved: Text;
  private isSaving = false;
  private isElsewhere = false;
  private timer = 0;
  /** Words that the state has beside, such as that a draft is back. */
  private said = '';

  /**
   * @param tag of the state of the file that the editor began with.
   * @param told what is on the disk changed.
   * @param compare shows what is on the disk beside what is written here.
   */
  constructor(private readonly id: string, private readonly editor: Editor, private tag: string, private readonly say: (words: string) => void, private readonly told: () => void, private readonly compare: () => void) {
    this.drafts = new DraftStore(id);
    this.saved = editor.doc;
    this.button = button(texts.acts.save, null, () => void this.save(), { class: 'primary', 'aria-keyshortcuts': 'Control+S', title: texts.script.saveTitle });
    this.element = h('div', { class: 'render-bar saving', role: 'region', 'aria-label': texts.script.saving }, this.trouble, h('div', { class: 'row' }, this.words, this.extra, this.button));
    this.draw();
  }

  /** What is on the disk, as far as is known here. */
  get onDisk(): Text { return this.saved; }

  get isDirty(): boolean { return !this.editor.doc.eq(this.saved); }

  /** True once another program wrote the file. */
  get isConflict(): boolean { return this.isElsewhere; }

  /** Brings back what was written and not saved when the page was last left. */
  restore(): void {
    const draft = this.drafts.read();
    if (!draft || draft.text === this.editor.text) {
      this.drafts.drop();
      return;
    }
    const { view } = this.editor;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: draft.text } });
    this.said = texts.script.draftBack(draft.at);
    // Written over another state of the file: both are to be looked at.
    if (draft.tag !== this.tag) this.conflict();
    this.draw();
  }

  /** The text changed. */
  changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), rest);
    this.draw();
  }

  /** Keeps what is not saved, now. */
  keep(): void {
    clearTimeout(this.timer);
    if (!this.isDirty && !this.isElsewhere) this.drafts.drop();
    else if (!this.drafts.keep(this.tag, this.editor.text)) this.said = texts.script.draftLost;
  }

  async save(asUtf8 = false): Promise<void> {
    if (this.isSaving || (!this.isDirty && !asUtf8)) return;
    if (this.isElsewhere) {
      this.compare();
      return;
    }
    this.isSaving = true;
    const { doc, text } = this.editor;
    this.draw();
    try {
      this.tag = await saveText(this.id, text, this.tag, asUtf8);
      this.saved = doc;
      this.said = '';
      this.trouble.replaceChildren();
      this.say(texts.script.savedAloud);
      this.told();
    } catch (cause) {
      this.fail(Fault.of(cause));
    } finally {
      this.isSaving = false;
      this.keep();
      this.draw();
    }
  }

  /** Looks whether another program wrote the file; `again` reads it where nothing here would be lost. */
  async look(signal: AbortSignal, again: () => void): Promise<void> {
    if (this.isSaving || this.isElsewhere) return;
    const tag = await currentTag(this.id, signal).catch(() => this.tag);
    if (tag === this.tag || this.isSaving) return;
    if (this.isDirty) this.conflict();
    else again();
  }

  /** The editor has a text that is on the disk under this tag. */
  take(tag: string): void {
    this.settle(tag, this.editor.doc);
    this.drafts.drop();
  }

  /** What is on the disk was looked at: what is saved next is written over that. */
  settle(tag: string, onDisk: Text): void {
    [this.tag, this.saved, this.isElsewhere, this.said] = [tag, onDisk, false, ''];
    this.trouble.replaceChildren();
    this.keep();
    this.draw();
  }

  private conflict(): void {
    this.isElsewhere = true;
    this.trouble.replaceChildren(h('div', { class: 'fault', role: 'alert' }, h('p', {}, h('b', {}, texts.script.elsewhere)), h('p', {}, texts.script.elsewhereRemedy), button(texts.script.showBoth, null, () => this.compare())));
    this.keep();
    this.draw();
  }

  private fail(fault: Fault): void {
    if (fault.code === changed) {
      this.conflict();
      return;
    }
    const note = faultNote(fault, fault.code === lacks ? undefined : () => void this.save());
    if (fault.code === lacks) note.append(button(texts.script.asUtf8, null, () => void this.save(true)));
    this.trouble.replaceChildren(note);
    this.say(texts.faults.notSaved);
  }

  private draw(): void {
    const { isDirty } = this;
    this.words.textContent = this.isSaving ? texts.script.savingNow : this.said || (isDirty ? texts.script.unsaved : texts.script.saved);
    this.button.disabled = !isDirty || this.isSaving;
    this.element.classList.toggle('dirty', isDirty);
  }
}
