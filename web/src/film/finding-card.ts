import { h, kindColour, kindWords } from '../elements/dom.ts';
import type { Evidence, ProposalItem } from '../shell/model.ts';
import { applies, verdictMark, verdictWords } from '../review/verdicts.ts';
import { texts } from '../texts/texts.ts';

/** One proposal in words: what, how sure, why, by whom, and who decided. */
export function findingCard(item: ProposalItem, ...actions: (Node | null)[]): HTMLElement {
  const { now, rendered } = item;
  const isOther = rendered && applies(rendered.verdict) !== applies(now.verdict);
  return h('article', { class: 'finding-card', 'data-id': item.id, style: `--kind:${kindColour(item.kind)}` },
    h('header', {}, h('h3', { class: 'kind' }, kindWords(item.kind)), h('span', { class: 'soft time' }, item.where)),
    h('p', { class: 'summary-line' }, item.summary, item.says ? h('span', { class: 'soft' }, ` · ${item.says}`) : null),
    item.source.isPerson ? null : sure(item.confidence),
    h('p', { class: 'decided' }, verdictMark(now.verdict, true), verdictWords(item), now.reason ? `: ${now.reason}` : ''),
    isOther ? h('p', { class: 'soft' }, texts.finding.notRendered) : null,
    evidence(item), ...actions);
}

function sure(confidence: number): HTMLElement {
  const bar = h('i');
  bar.style.width = `${confidence * 100}%`;
  return h('p', { class: 'sure' }, h('span', { class: 'bar', 'aria-hidden': 'true' }, bar), texts.finding.sure(confidence));
}

function evidence(item: ProposalItem): HTMLElement {
  return h('ul', { class: 'evidence' },
    h('li', {}, h('span', {}, item.source.isPerson ? texts.finding.markedBy(item.source.name) : texts.finding.foundBy(item.source.name, item.source.version))),
    ...item.evidence.map(one => h('li', {}, h('span', {}, one.what), value(one))));
}

const number = (value: number): string => String(Number(value.toPrecision(3)));

function value({ value: shown, threshold }: Evidence): HTMLElement | null {
  if (shown === undefined) return null;
  return h('b', { class: 'time' }, number(shown), threshold === undefined ? null : h('span', { class: 'soft' }, ` / ${number(threshold)}`));
}
