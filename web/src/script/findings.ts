import { type ChangeDesc, type Extension, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { kindColour } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import { find } from '../review/text-view.ts';
import type { ProposalItem } from '../shell/model.ts';

interface Shown { items: ProposalItem[]; current: string; places: FindingPlaces }

const take = StateEffect.define<Shown>();

/** Where a finding is in the text, by its lines and there by its words; null where they are no longer there. */
function placeOf(doc: Text, item: ProposalItem): { from: number; to: number } | null {
  const [first = 0, last = first] = (item.lines ?? '').split('-').map(Number);
  if (!item.lines || first >= doc.lines) return null;
  const [from, to] = [doc.line(first + 1).from, doc.line(Math.min(last, doc.lines - 1) + 1).to];
  if (!item.quote) return { from, to };
  const at = find(doc.sliceString(from, to), item);
  return at < 0 ? null : { from: from + at, to: from + at + item.quote.length };
}

/** Where findings are in the text as it is: their lines are those of the text in which they were found. */
export class FindingPlaces {
  private since: ChangeDesc | null = null;

  constructor(private doc: Text) {}

  /** The text was written in. */
  moved(changes: ChangeDesc): void { this.since = this.since ? this.since.composeDesc(changes) : changes; }

  /** Findings are of another text now, which was changed since. */
  take(doc: Text, since: ChangeDesc | null): void { [this.doc, this.since] = [doc, since]; }

  of(item: ProposalItem): { from: number; to: number } | null {
    const place = placeOf(this.doc, item);
    return place && this.since ? { from: this.since.mapPos(place.from, 1), to: this.since.mapPos(place.to, -1) } : place;
  }
}

const looks: Record<Verdict, 'finding' | 'finding done' | 'finding rejected'> = { wait: 'finding', accept: 'finding done', edit: 'finding done', reject: 'finding rejected' };

function marks({ items, current, places }: Shown): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const item of items) {
    // What was rejected is meant so, and stays quiet.
    if (item.now.verdict === 'reject' && item.id !== current) continue;
    const place = places.of(item);
    if (place && place.to > place.from)
      found.push(Decoration.mark({ class: `${looks[item.now.verdict]}${item.id === current ? (' chosen' as const) : ''}`, attributes: { 'data-finding': item.id, style: `--kind:${kindColour(item.kind)}`, title: item.summary } }).range(place.from, place.to));
  }
  return RangeSet.of(found, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let next = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(take)) next = marks(effect.value);
    return next;
  },
  provide: found => EditorView.decorations.from(found),
});

/** Marks findings in the text; a click on one is told. */
export const marksFindings = (chosen: (id: string) => void): Extension => [field, EditorView.domEventHandlers({
  click: event => {
    const id = (event.target as Element).closest('[data-finding]')?.getAttribute('data-finding');
    if (id) chosen(id);
    return false;
  },
})];

/** Shows findings where they are now. */
export const findings = (items: ProposalItem[], current: string, places: FindingPlaces): StateEffect<unknown> => take.of({ items, current, places });
