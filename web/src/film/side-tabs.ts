import { h } from '../elements/dom.ts';
import { texts } from '../texts/texts.ts';

/** Panes of which one is seen, with their tabs; arrows move between them as people who use the keys expect. */
export function sideTabs<Name extends string>(panes: [name: Name, words: string, pane: HTMLElement][], shown: (name: Name) => void): HTMLElement {
  const tabs = panes.map(([name, words, pane], i) => {
    const id = `tab-${name}`;
    pane.id = `pane-${name}`;
    pane.setAttribute('role', 'tabpanel');
    pane.setAttribute('aria-labelledby', id);
    return h('button', { type: 'button', role: 'tab', id, 'aria-controls': pane.id, onclick: () => show(i), onkeydown: (event: KeyboardEvent) => step(event, i) }, words);
  });
  function show(index: number): void {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
    });
    panes.forEach(([name, , pane], i) => {
      pane.hidden = i !== index;
      if (i === index) shown(name);
    });
  }
  function step(event: KeyboardEvent, index: number): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const to = (index + by + tabs.length) % tabs.length;
    show(to);
    tabs[to]?.focus();
  }
  show(0);
  return h('div', { class: 'side-tabs' }, h('div', { role: 'tablist', class: 'tablist', 'aria-label': texts.film.tabs }, ...tabs), ...panes.map(([, , pane]) => pane));
}
