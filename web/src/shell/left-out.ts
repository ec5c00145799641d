import { h } from '../elements/dom.ts';
import type { LeftOut } from './model.ts';
import { texts } from '../texts/texts.ts';

/** What a list lacks, since it cannot be read: each with what is wrong. */
export const leftOutNote = (leftOut: LeftOut[] = []): HTMLElement[] =>
  leftOut.length === 0 ? [] : [h('div', { class: 'fault left-out', role: 'status' },
    h('p', {}, h('b', {}, texts.shell.leftOut)),
    h('ul', {}, ...leftOut.map(one => h('li', {}, `${one.name}: ${one.why}`))))];
