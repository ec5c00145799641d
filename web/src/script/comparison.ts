import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { button, h } from '../elements/dom.ts';
import type { Context } from '../shell/page.ts';
import type { Editor } from './editor.ts';
import { scriptEditing } from './editor.ts';
import { mergeLook } from './look.ts';
import { readsAlong } from './reading.ts';
import { readText } from './script-client.ts';
import { texts } from '../texts/texts.ts';

/** Two texts of a script beside each other, in place of the editor: what another program wrote, or another draft. On a narrow screen what is missing stands between the lines. */
export class Comparison {
  private readonly bar = h('div', { class: 'compare-bar' });
  private readonly place = h('div', { class: 'script-editor typing' });
  readonly element = h('section', { class: 'comparison', hidden: true, 'aria-label': texts.script.comparison }, this.bar, this.place);
  private readonly root = this.place.attachShadow({ mode: 'open' });
  private open: { mine: EditorView; destroy: () => void } | null = null;

  constructor(private readonly main: HTMLElement, private readonly editor: Editor, private readonly context: Context, private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.open?.destroy());
  }

  /** Shows another text beside this one, of which parts can be taken over; `keep` is given what is made of both. */
  merge(name: string, other: string, keep: (merged: string) => void): void {
    this.show(name, other, [button(texts.script.keepMerged, null, () => {
      const merged = this.open?.mine.state.doc.toString() ?? '';
      this.close();
      keep(merged);
    }, { class: 'primary' }), button(texts.acts.cancel, null, () => this.close())]);
  }

  /** Shows another text beside this one, to be read. */
  compare(name: string, other: string): void {
    this.show(name, other, [button(texts.acts.close, null, () => this.close())], true);
  }

  close(): void {
    this.open?.destroy();
    this.open = null;
    this.root.replaceChildren();
    this.element.hidden = true;
    this.main.classList.remove('compares');
    this.editor.view.focus();
  }

  private show(name: string, other: string, ways: HTMLElement[], isRead = false): void {
    this.open?.destroy();
    this.root.replaceChildren();
    this.bar.replaceChildren(h('b', {}, name), h('span', { class: 'soft' }, isRead ? texts.script.compareHow : texts.script.mergeHow), h('span', { class: 'ways' }, ...ways));
    this.element.hidden = false;
    this.main.classList.add('compares');
    const part = (label: string, isLocked: boolean) => [scriptEditing(label), mergeLook, isLocked ? EditorState.readOnly.of(true) : [], readsAlong(text => readText(text, this.signal), () => undefined)];
    const { text } = this.editor;
    if (matchMedia('(max-width: 899px)').matches) {
      const mine = new EditorView({ root: this.root, parent: this.root, state: EditorState.create({ doc: text, extensions: [part(texts.script.yours, isRead), unifiedMergeView({ original: other, mergeControls: !isRead, collapseUnchanged: {} })] }) });
      this.open = { mine, destroy: () => mine.destroy() };
    } else {
      const both = new MergeView({
        root: this.root, parent: this.root, collapseUnchanged: { margin: 4, minSize: 12 }, gutter: true, ...(isRead ? {} : { revertControls: 'a-to-b' as const, renderRevertControl: () => h('button', { type: 'button', class: 'take', title: texts.script.takeOver, 'aria-label': texts.script.takeOver }, '→') }),
        a: { doc: other, extensions: part(name, true) }, b: { doc: text, extensions: part(texts.script.yours, isRead) },
      });
      this.open = { mine: both.b, destroy: () => both.destroy() };
    }
    this.open.mine.focus();
    this.context.say(isRead ? texts.script.compareHow : texts.script.mergeHow);
  }
}
