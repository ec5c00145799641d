import { h, percent } from './dom.ts';
import type { Share } from './types.ts';

const parts: [keyof Share, string, string][] = [
  ['original', 'Original', 'The film’s own picture, at most moved or levelled'],
  ['repaired', 'Repaired', 'Filled from the same film, or its noise taken out or laid again'],
  ['generated', 'Generated', 'Frames that had to be made'],
];

/** <kx-share>: what a film consists of, as a bar with its three numbers. Set `share`. */
export class KxShare extends HTMLElement {
  set share(share: Share) {
    this.replaceChildren(
      h('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts.map(([name]) => share[name] > 0 && h('i', { class: name, style: `flex-grow:${share[name]}` }))),
      h('dl', {}, ...parts.map(([name, label, words]) => h('div', { class: name, title: words }, h('dt', {}, label), h('dd', {}, percent(share[name]))))));
  }
}
