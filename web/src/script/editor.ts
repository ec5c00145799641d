import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec, type Text } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { h } from '../elements/dom.ts';
import { look } from './look.ts';
import { texts } from '../texts/texts.ts';

/** What every editor of a script has. */
export const scriptEditing = (label: string): Extension => [
  history(), search({ top: true }), EditorView.lineWrapping, look, EditorState.phrases.of(texts.script.search),
  placeholder(texts.script.begin), EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'true' as const, autocapitalize: 'sentences' as const }),
  // A file that is dropped becomes a work of the production; its text is not put between these lines.
  EditorView.domEventHandlers({ drop: event => event.dataTransfer?.types.includes('Files') ?? false }),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
];

/**
 * An editor in a tree of its own: only there does CodeMirror bring its styles as sheets, which the studio's content policy allows.
 * Keys that are pressed in it are not the page's.
 */
export class Editor {
  private readonly root: ShadowRoot;
  readonly element = h('div', { class: 'script-editor typing' });
  readonly view: EditorView;

  /** @param keys go before the editor's own. */
  constructor(text: string, label: string, isReadOnly: boolean, keys: Record<string, () => boolean>, ...more: Extension[]) {
    this.root = this.element.attachShadow({ mode: 'open' });
    this.view = new EditorView({
      root: this.root, parent: this.root,
      state: EditorState.create({
        doc: text,
        extensions: [Prec.high(keymap.of(Object.entries(keys).map(([key, run]) => ({ key, run, preventDefault: true })))), scriptEditing(label), isReadOnly ? [EditorState.readOnly.of(true)] : [], ...more],
      }),
    });
    // Lines were measured in another type until it was there.
    void document.fonts.load('16px "Courier Prime"').then(() => this.view.requestMeasure(), () => undefined);
  }

  get doc(): Text { return this.view.state.doc; }

  get text(): string { return this.doc.toString(); }

  /** Goes to a character, so that it stands in the upper third. */
  go(at: number, focus = true): void {
    const place = Math.min(at, this.doc.length);
    this.view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: 'start', yMargin: this.view.scrollDOM.clientHeight / 4 }) });
    if (focus) this.view.focus();
  }

  /** The line, counted from 0, where one is. */
  get line(): number { return this.doc.lineAt(this.view.state.selection.main.head).number - 1; }

  close(): void { this.view.destroy(); }
}
