import './report.css';
import { button, h, takeKinds } from '../elements/dom.ts';
import { defineElements } from '../elements/index.ts';
import { KeyList, listenToKeys, type KeyRow } from '../elements/keys.ts';
import { themeButton } from '../elements/theme.ts';
import { filmAlong, filmPictures, filmShares, filmWorst } from './film/elements.ts';
import { FilmView, type FilmData } from './film/film.ts';
import { FilmLead } from './film/lead.ts';
import { Ledger } from './ledger.ts';
import type { Block, ReportData, Section } from './model.ts';
import { loadPart, partName } from './parts.ts';
import { DecideControl, KxProposals } from './proposals.ts';
import { saveBar } from './save-bar.ts';
import { texts } from '../texts/texts.ts';

defineElements();
customElements.define('kx-proposals', KxProposals);
customElements.define('kx-decide', DecideControl as unknown as CustomElementConstructor);

const page = JSON.parse(document.getElementById('kinolux-data')?.textContent ?? '{}') as ReportData;
takeKinds(page.kinds);
const ledger = new Ledger(`kinolux:${page.title}:${page.subject}:${page.made}`);
const proposals = new KxProposals();
const film = page.shared['film'] ? new FilmView(page.shared['film'] as FilmData) : null;
const lead = film && new FilmLead(film, page, kind => {
  proposals.choose(kind);
  document.getElementById('decisions')?.scrollIntoView();
});

/** What only one kind of report shows, by the name that its engine gives it. */
function element(name: string, data: unknown): HTMLElement {
  if (film && lead)
    switch (name) {
      case 'film-lead': return lead.render();
      case 'film-along': return filmAlong(film, data as Parameters<typeof filmAlong>[1]);
      case 'film-worst': return filmWorst(film);
      case 'film-shares': return filmShares(film, page.made);
    }
  throw new Error(name);
}

const row = (cells: string[]): HTMLElement => h('tr', {}, ...cells.map((cell, at) =>
  at === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: /^sha256:|^[0-9a-f]{32,}$/.test(cell) ? 'hash' : undefined }, cell)));

/** A table whose columns put its rows in order: numbers by size, the rest by letters; once more turns it round. */
function sortable(columns: string[], rows: string[][]): HTMLElement {
  const body = h('tbody', {}, ...rows.map(row));
  const heads = columns.map((column, at) => h('th', { scope: 'col' }, button(column, null, () => sort(at), { class: 'bare sort' })));
  const sort = (at: number): void => {
    const way = heads[at]?.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    const size = (cells: string[]): number => Number.parseFloat((cells[at] ?? '').replaceAll(',', ''));
    heads.forEach((head, i) => (i === at ? head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending') : head.removeAttribute('aria-sort')));
    body.replaceChildren(...rows.toSorted((a, b) => {
      const by = size(a) - size(b);
      return way * (Number.isNaN(by) ? (a[at] ?? '').localeCompare(b[at] ?? '') : by);
    }).map(row));
  };
  return h('table', {}, h('thead', {}, h('tr', {}, ...heads)), body);
}

const folded = (words: string | undefined, content: HTMLElement): HTMLElement => (words ? h('details', {}, h('summary', {}, words), content) : content);

function draw(block: Block): HTMLElement {
  switch (block.type) {
    case 'words': return h('div', { class: 'words' }, ...block.paragraphs.map(paragraph => h('p', {}, paragraph)));
    case 'table': return folded(block.fold, h('div', { class: 'wide' }, block.columns ? sortable(block.columns, block.rows) : h('table', {}, h('tbody', {}, ...block.rows.map(row)))));
    case 'listing': return folded(block.fold, h('pre', { tabindex: 0 }, block.text));
    case 'file': return h('p', {}, h('a', { href: block.name, target: '_blank', rel: 'noopener' }, block.words));
    case 'picture': return h('figure', { class: 'picture' }, h('a', { href: block.opens, target: '_blank', rel: 'noopener' }, h('img', { src: block.name, alt: block.words })), h('figcaption', {}, block.words));
    case 'proposals':
      proposals.data = { ...block, ledger, pictures: film && filmPictures(film), load: part => loadPart(partName('part', part)) };
      return proposals;
    case 'element': return element(block.element, block.data);
  }
}

const section = (one: Section): HTMLElement => h('section', { id: one.id, 'aria-labelledby': `${one.id}-title` }, h('h2', { id: `${one.id}-title` }, one.title), ...one.blocks.map(draw));

const keyList = new KeyList();
const keys: KeyRow[] = lead?.keys(() => keyList.show(keys)) ?? [];
const titled = page.sections.filter(one => one.title);
const opening = page.sections.filter(one => !one.title).flatMap(one => one.blocks.map(draw));
document.body.append(
  h('header', { class: 'top-bar' },
    h('a', { class: 'brand', href: '#top' }, h('i', { 'aria-hidden': 'true' }), texts.product),
    h('nav', { 'aria-label': texts.report.sections }, ...titled.map(one => h('a', { href: `#${one.id}` }, one.short))),
    keys.length > 0 && button(texts.shell.keys, null, () => keyList.show(keys), { class: 'bare keys', 'aria-label': texts.shell.keys }), themeButton()),
  h('main', { id: 'top' }, ...(opening.length > 0 ? opening : [h('h1', {}, page.title)]), ...titled.map(section)), saveBar(ledger, page), keyList.dialog);
lead?.begin();
listenToKeys(() => keys);
