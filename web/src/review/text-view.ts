import { button, h, icons, kindColour, kindWords } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import { get, workPath } from '../shell/api.ts';
import type { Wish } from '../review/review-client.ts';
import type { ProposalItem, WorkCard, WorkDocument } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import type { PlaceView, ReviewHost } from './place-view.ts';
import { readAll } from './proposals.ts';
import { RunBar } from './run-bar.ts';
import { workHead } from './work-head.ts';
import { texts } from '../texts/texts.ts';

/** Places in a text: its lines, with what is proposed marked in them. */
export class TextView implements PlaceView {
  private readonly page = h('div', { class: 'text-page', tabindex: '0', role: 'document' });
  private readonly kind = h('select', { 'aria-label': texts.marking.kind });
  private readonly marking = h('div', { class: 'marking', hidden: true, role: 'region', 'aria-label': texts.acts.mark });
  private readonly bar: RunBar;
  readonly element: HTMLElement;
  private items: ProposalItem[] = [];
  private document: WorkDocument;
  private current = '';

  constructor(private readonly context: Context, private readonly work: WorkCard, document: WorkDocument, private readonly host: ReviewHost) {
    this.document = document;
    this.bar = new RunBar(work, context);
    this.element = h('div', { class: 'material text' }, h('div', { class: 'looks' }), this.marking, host.trouble, this.page);
    this.page.addEventListener('click', event => {
      const mark = (event.target as Element).closest('mark');
      const item = this.items.find(one => one.id === mark?.getAttribute('data-id'));
      if (item) host.choose(item);
    });
    this.draw();
    void this.read();
  }

  get run(): HTMLElement { return this.bar.element; }

  readonly keys: KeyRow[] = [];

  show(item: ProposalItem): void {
    this.current = item.id;
    if (!this.items.some(one => one.id === item.id)) this.items.push(item);
    this.draw();
    // Only the text moves.
    const mark = this.page.querySelector<HTMLElement>('mark.chosen');
    if (mark) this.page.scrollTop = mark.offsetTop - this.page.offsetTop - this.page.clientHeight / 2;
  }

  mend(items: ProposalItem[]): void {
    for (const item of items) {
      const at = this.items.findIndex(one => one.id === item.id);
      if (at >= 0) this.items[at] = item;
    }
    this.draw();
  }

  see(): void { /* Words are seen as they are. */ }

  mark(_item: ProposalItem | null, save: (wish: Wish) => void): void {
    const kinds = (this.context.engines.find(engine => engine.name === this.work.engine)?.kinds ?? []).filter(kind => kind.mayBeWished).map(kind => kind.id);
    const end = (): void => {
      this.leave();
      this.host.takeKeys(null);
    };
    const keep = (): void => {
      const place = this.selected();
      if (!place || !this.kind.value) {
        this.note.textContent = texts.marking.selectFirst;
        return;
      }
      save({ kind: this.kind.value, ...place });
      end();
    };
    this.kind.replaceChildren(...kinds.map(kind => h('option', { value: kind }, kindWords(kind))));
    this.note.textContent = kinds.length > 0 ? texts.marking.select : texts.marking.nothing;
    this.marking.replaceChildren(this.note, this.kind, button(texts.acts.save, icons.accept, keep, { class: 'primary' }), button(texts.acts.cancel, null, end));
    this.marking.hidden = false;
    this.host.takeKeys([{ show: texts.keyNames.enter, words: texts.marking.keys.saveMark, press: { Enter: keep } }, { show: texts.keyNames.escape, words: texts.marking.keys.noMark, press: { Escape: end } }]);
  }

  private readonly note = h('span', { class: 'soft' });

  leave(): void {
    this.marking.hidden = true;
    this.draw();
  }

  async refresh(): Promise<void> {
    const { signal } = this.context;
    const [work, document] = await Promise.all([get<WorkCard>(workPath(this.work.id), signal), get<WorkDocument>(workPath(this.work.id, '/document'), signal)]);
    Object.assign(this.work, { job: undefined }, work);
    this.document = document;
    workHead(this.context, this.work);
    this.bar.show(this.work);
    await this.read();
  }

  private async read(): Promise<void> {
    const answer = await readAll(this.work.id, { state: 'all', order: 'place' }, this.context.signal).catch(() => null);
    if (!answer) return;
    this.items = answer.items;
    this.draw();
  }

  // Not while a person selects words in it: they would be taken away from under the hand.
  private draw(): void {
    if (!this.marking.hidden) return;
    const top = this.page.scrollTop;
    this.page.replaceChildren(...(this.document.text ?? []).map(element => h('p', { 'data-element': element.name, 'data-line': element.firstLine + 1 }, ...this.pieces(element.name, element.text))));
    this.page.scrollTop = top;
  }

  // Words that are proposed about stand in marks; where two overlap, the first is drawn.
  private pieces(name: string, text: string): (Node | string)[] {
    const spots = this.items.filter(item => item.element === name && item.quote)
      .map(item => ({ item, start: find(text, item) })).filter(spot => spot.start >= 0).sort((a, b) => a.start - b.start);
    const pieces: (Node | string)[] = [];
    let at = 0;
    for (const { item, start } of spots) {
      if (start < at) continue;
      const end = start + (item.quote?.length ?? 0);
      pieces.push(text.slice(at, start), h('mark', {
        'data-id': item.id, class: [item.id === this.current ? 'chosen' : '', item.now.verdict].join(' '), style: `--kind:${kindColour(item.kind)}`, title: item.summary,
      }, text.slice(start, end)));
      at = end;
    }
    return [...pieces, text.slice(at)];
  }

  private selected(): Pick<Wish, 'element' | 'lines' | 'quote' | 'before' | 'after'> | null {
    const chosen = getSelection();
    const quote = chosen?.toString() ?? '';
    const holder = chosen?.anchorNode?.parentElement?.closest<HTMLElement>('[data-element]');
    if (!chosen || !quote.trim() || !holder || !this.page.contains(holder) || holder !== chosen.focusNode?.parentElement?.closest('[data-element]')) return null;
    const reach = chosen.getRangeAt(0);
    const upTo = document.createRange();
    upTo.selectNodeContents(holder);
    upTo.setEnd(reach.startContainer, reach.startOffset);
    const [before, text] = [upTo.toString(), holder.textContent ?? ''];
    const first = Number(holder.dataset['line']) - 1 + lines(before);
    const last = first + lines(quote);
    return { element: holder.dataset['element'] ?? '', lines: first === last ? String(first) : `${first}-${last}`, quote, before: before.slice(-context), after: text.slice(before.length + quote.length).slice(0, context) };
  }
}

// Characters kept of what stands around a quote.
const context = 32;

const lines = (text: string): number => text.split('\n').length - 1;

// Of several equal quotes the one between the same words.
export function find(text: string, { quote, before, after }: ProposalItem): number {
  let [best, most] = [-1, -1];
  for (let at = text.indexOf(quote ?? ''); at >= 0; at = text.indexOf(quote ?? '', at + 1)) {
    const same = Number(text.slice(0, at).endsWith(before ?? '')) + Number(text.slice(at + (quote?.length ?? 0)).startsWith(after ?? ''));
    if (same > most) [best, most] = [at, same];
  }
  return best;
}
