import { h } from './dom.ts';
import type { Share } from './types.ts';
import { texts } from '../texts/texts.ts';

/** <kx-share>: what a film consists of, as a bar with its four numbers, and what each means. Set `shares`. */
export class KxShare extends HTMLElement {
  set shares(shares: Share[]) {
    this.replaceChildren(
      h('div', { class: 'bar', 'aria-hidden': 'true' }, ...shares.map(({ origin, share }) => share > 0 && h('i', { class: origin, style: `flex-grow:${share}` }))),
      h('dl', {}, ...shares.map(({ origin, name, share }) => h('div', { class: origin }, h('dt', {}, name), h('dd', {}, texts.share(share))))),
      h('details', {}, h('summary', {}, texts.sharesMean), h('dl', { class: 'meaning' }, ...shares.map(({ name, means }) => h('div', {}, h('dt', {}, name), h('dd', {}, means))))));
  }
}
