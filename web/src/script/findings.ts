import { type Extension, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { kindColour } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import { find } from '../review/text-view.ts';
import type { ProposalItem } from '../shell/model.ts';

const take = StateEffect.define<{ items: ProposalItem[]; current: string }>();

/** Where a finding is in the text, by its lines and there by its words; null where they are no longer there. */
export function placeOf(doc: Text, item: ProposalItem): { from: number; to: number } | null {
  const [first = 0, last = first] = (item.lines ?? '').split('-').map(Number);
  if (!item.lines || first >= doc.lines) return null;
  const [from, to] = [doc.line(first + 1).from, doc.line(Math.min(last, doc.lines - 1) + 1).to];
  if (!item.quote) return { from, to };
  const at = find(doc.sliceString(from, to), item);
  return at < 0 ? null : { from: from + at, to: from + at + item.quote.length };
}

const looks: Record<Verdict, 'finding' | 'finding done' | 'finding rejected'> = { wait: 'finding', accept: 'finding done', edit: 'finding done', reject: 'finding rejected' };

function marks(doc: Text, items: ProposalItem[], current: string): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const item of items) {
    // What was rejected is meant so, and stays quiet.
    if (item.now.verdict === 'reject' && item.id !== current) continue;
    const place = placeOf(doc, item);
    if (place && place.to > place.from)
      found.push(Decoration.mark({ class: `${looks[item.now.verdict]}${item.id === current ? (' chosen' as const) : ''}`, attributes: { 'data-finding': item.id, style: `--kind:${kindColour(item.kind)}`, title: item.summary } }).range(place.from, place.to));
  }
  return RangeSet.of(found, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let next = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(take)) next = marks(transaction.state.doc, effect.value.items, effect.value.current);
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

/** Findings of the text as it is saved. */
export const findings = (items: ProposalItem[], current: string): StateEffect<unknown> => take.of({ items, current });
