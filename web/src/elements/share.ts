import { h } from './dom.ts';
import type { Shares } from './types.ts';
import { texts } from '../texts/texts.ts';

const parts: (keyof Shares)[] = ['untouched', 'moved', 'repaired', 'generated'];

/** <kx-share>: what a film consists of, as a bar with its four numbers, and what each means. Set `shares`. */
export class KxShare extends HTMLElement {
  set shares(shares: Shares) {
    this.replaceChildren(
      h('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts.map(name => shares[name] > 0 && h('i', { class: name, style: `flex-grow:${shares[name]}` }))),
      h('dl', {}, ...parts.map(name => h('div', { class: name }, h('dt', {}, texts.shares[name]), h('dd', {}, texts.share(shares[name]))))),
      h('details', {}, h('summary', {}, texts.shares.meaning), h('dl', { class: 'meaning' }, ...parts.map(name => h('div', {}, h('dt', {}, texts.shares[name]), h('dd', {}, texts.shares[`${name}Is`]))))));
  }
}
