import { type ChangeDesc, type Extension, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import type { Reading } from './model.ts';

// What the letters and numbers of a reading look like: the reader says what a line is, and nothing here does.
const kinds: Record<string, string> = {
  h: 's-heading', a: 's-action', c: 's-cue', p: 's-parenthetical', d: 's-dialogue', l: 's-lyrics', L: 's-song', t: 's-transition', s: 's-shot', z: 's-centred', b: 's-break', '#': 's-section', '=': 's-synopsis', n: 's-note', x: 's-boneyard', T: 's-title',
};
const styles: [bit: number, name: string][] = [[1, 'm-bold'], [2, 'm-italic'], [4, 'm-underline'], [256, 'm-note'], [512, 'm-boneyard'], [1024, 'm-syntax']];

const lineOf = new Map(Object.entries(kinds).map(([letter, name]) => [letter, Decoration.line({ class: name })]));
const markOf = new Map<number, Decoration>();

function markFor(look: number): Decoration {
  let mark = markOf.get(look);
  if (!mark) markOf.set(look, mark = Decoration.mark({ class: styles.filter(([bit]) => look & bit).map(([, name]) => name).join(' ') }));
  return mark;
}

/** Where a page begins within a paragraph. */
class PageHere extends WidgetType {
  constructor(private readonly page: number) { super(); }
  override eq(other: PageHere): boolean { return other.page === this.page; }
  override ignoreEvent(): boolean { return true; }
  toDOM(): HTMLElement {
    const here = document.createElement('span');
    here.className = 'page-here';
    here.dataset['page'] = String(this.page);
    return here;
  }
}

function decorations(doc: Text, reading: Reading): DecorationSet {
  const found: Range<Decoration>[] = [];
  const { lines, marks, scenes, pages } = reading;
  const numbers = new Map(scenes.map(scene => [scene.line, scene.number]));
  const count = Math.min(lines.length, doc.lines);
  let at = 0;
  let number = 0;
  for (const iterator = doc.iterLines(); number < count && !iterator.next().done; number++) {
    const line = lines[number] === 'h' ? Decoration.line({ class: 's-heading', attributes: { 'data-scene': numbers.get(number) ?? '' } }) : lineOf.get(lines[number] ?? '');
    if (line) found.push(line.range(at));
    at += iterator.value.length + 1;
  }
  for (let i = 0; i + 2 < marks.length; i += 3) {
    const [from = 0, length = 0, look = 0] = [marks[i], marks[i + 1], marks[i + 2]];
    if (length > 0 && from + length <= doc.length) found.push(markFor(look).range(from, from + length));
  }
  pages.forEach((start, i) => {
    if (i === 0 || start > doc.length) return;
    const line = doc.lineAt(start);
    found.push(start === line.from ? Decoration.line({ class: 's-page', attributes: { 'data-page': String(i + 1) } }).range(start) : Decoration.widget({ widget: new PageHere(i + 1), side: -1 }).range(start));
  });
  return RangeSet.of(found, true);
}

const take = StateEffect.define<{ doc: Text; since: ChangeDesc | null; reading: Reading }>();

/** What was read last, where it is now. */
export const readingField = StateField.define<{ reading: Reading | null; shown: DecorationSet }>({
  create: () => ({ reading: null, shown: Decoration.none }),
  update(value, transaction) {
    let next = transaction.docChanged ? { ...value, shown: value.shown.map(transaction.changes) } : value;
    for (const effect of transaction.effects)
      if (effect.is(take)) {
        const { doc, since, reading } = effect.value;
        const shown = decorations(doc, reading);
        next = { reading, shown: since ? shown.map(since) : shown };
      }
    return next;
  },
  provide: field => EditorView.decorations.from(field, value => value.shown),
});

/**
 * Has each change read: at most one text is on its way, the next goes when it is back, and what was written meanwhile moves what comes.
 * @param read reads a text.
 * @param told is called with each reading that is of the text as it is.
 * @param first what is known of the text that it begins with.
 */
export function readsAlong(read: (text: string) => Promise<Reading>, told: (reading: Reading) => void, first?: Reading): Extension {
  return [first ? readingField.init(state => ({ reading: first, shown: decorations(state.doc, first) })) : readingField, ViewPlugin.fromClass(class {
    private since: ChangeDesc | null = null;
    private isOut = false;
    private isOld = false;
    private gone = false;

    constructor(private readonly view: EditorView) {
      if (view.state.field(readingField).reading === null && view.state.doc.length > 0) this.soon();
    }

    update(update: ViewUpdate): void {
      if (!update.docChanged) return;
      this.since = this.since ? this.since.composeDesc(update.changes) : update.changes;
      this.soon();
    }

    destroy(): void { this.gone = true; }

    private soon(): void {
      this.isOld = true;
      if (!this.isOut) {
        this.isOut = true;
        requestAnimationFrame(() => void this.run());
      }
    }

    private async run(): Promise<void> {
      while (this.isOld && !this.gone) {
        this.isOld = false;
        this.since = null;
        const { doc } = this.view.state;
        try {
          const reading = await read(doc.toString());
          if (this.gone) return;
          this.view.dispatch({ effects: take.of({ doc, since: this.since, reading }) });
          if (!this.since) told(reading);
        } catch {
          // The text stays as it was read last; the bar above says that the studio is silent, and the next key asks again.
        }
      }
      this.isOut = false;
    }
  })];
}
