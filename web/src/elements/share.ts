import { h } from './dom.ts';
import type { Share } from './types.ts';
import { texts } from '../texts/texts.ts';

const parts: (keyof Share)[] = ['original', 'repaired', 'generated'];

/** <kx-share>: what a film consists of, as a bar with its three numbers. Set `share`. */
export class KxShare extends HTMLElement {
  set share(share: Share) {
    this.replaceChildren(
      h('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts.map(name => share[name] > 0 && h('i', { class: name, style: `flex-grow:${share[name]}` }))),
      h('dl', {}, ...parts.map(name => h('div', { class: name, title: texts.shares[`${name}Is`] }, h('dt', {}, texts.shares[name]), h('dd', {}, texts.share(share[name]))))));
  }
}
