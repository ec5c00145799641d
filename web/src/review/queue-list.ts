import { h, kindColour, kindWords } from '../elements/dom.ts';
import { faultNote } from '../shell/fault-note.ts';
import { orders, type Order, type Queue, type Queued } from './queue.ts';
import { verdictMark } from './verdicts.ts';
import { texts } from '../texts/texts.ts';

const around = 40;

/** The queue as a list: where one stands, what was decided, what is not on the disk. */
export class QueueList {
  private readonly heading = h('h2');
  private readonly order = h('select', { 'aria-label': texts.review.order, onchange: () => this.reorder(this.order.value as Order) }, ...orders.map(order => h('option', { value: order }, texts.review.orders[order])));
  private readonly list = h('ol', { class: 'queue' });
  readonly element = h('section', { class: 'queue-part', 'aria-label': texts.review.queue }, this.heading, this.list);

  constructor(private readonly queue: Queue, private readonly retry: (one: Queued) => void, private readonly reorder: (order: Order) => void) {
    // What is said of a finding above the list takes from its room later.
    new ResizeObserver(() => this.reveal()).observe(this.list);
  }

  show(): void {
    const { items, index, total, spared } = this.queue;
    this.order.value = this.queue.shownFilter.order ?? 'part';
    this.order.hidden = this.queue.shownFilter.state !== 'waiting' || this.queue.shownFilter.apart !== undefined;
    this.heading.replaceChildren(this.order, this.order.hidden ? texts.review.doubtfulFirst : '', h('span', { class: 'soft time' }, total === 0 ? '' : texts.review.place(index + 1, Math.max(total, items.length))), ...(spared > 0 ? [h('span', { class: 'soft spared', title: texts.review.sparedTitle }, texts.review.spared(spared))] : []));
    const first = Math.max(0, index - around);
    const top = this.list.scrollTop;
    this.list.replaceChildren(...items.slice(first, index + around).map((one, i) => this.row(one, first + i)));
    this.list.scrollTop = top;
    this.reveal();
  }

  /** Brings the current one into sight: only the list moves, and only as far as it must. */
  private reveal(): void {
    const current = this.list.querySelector<HTMLElement>('[aria-current]');
    if (!current) return;
    const [seen, row] = [this.list.getBoundingClientRect(), current.getBoundingClientRect()];
    if (row.top < seen.top) this.list.scrollTop -= seen.top - row.top;
    if (row.bottom > seen.bottom) this.list.scrollTop += row.bottom - seen.bottom + row.height * 2;
  }

  private row(one: Queued, index: number): HTMLElement {
    const { item } = one;
    return h('li', { 'data-id': item.id },
      h('button', {
        type: 'button', tabindex: -1, 'aria-current': index === this.queue.index ? 'true' : null, class: one.saving ? 'saving' : null, style: `--kind:${kindColour(item.kind)}`,
        onclick: () => this.queue.go(index),
      }, h('span', { class: 'kind' }, kindWords(item.kind)), h('span', { class: 'time soft' }, texts.review.short(item.asks?.where ?? item.where)),
      h('span', { class: 'time soft' }, texts.percent(item.confidence)), one.saving ? h('span', { class: 'verdict-mark saving', title: texts.review.saving }, h('span', { class: 'aloud' }, texts.review.saving)) : verdictMark(item.now.verdict)),
      one.fault ? faultNote(one.fault, () => this.retry(one)) : null);
  }
}
