import { h } from '../elements/dom.ts';

/** Panes of which one is seen, with their tabs; arrows move between them as people who use the keys expect. */
export function sideTabs(panes: [string, HTMLElement][], shown: (name: string) => void): HTMLElement {
  const tabs = panes.map(([name, pane], i) => {
    const id = `tab-${name.toLowerCase()}`;
    pane.id = `pane-${name.toLowerCase()}`;
    pane.setAttribute('role', 'tabpanel');
    pane.setAttribute('aria-labelledby', id);
    return h('button', { type: 'button', role: 'tab', id, 'aria-controls': pane.id, onclick: () => show(i), onkeydown: (event: KeyboardEvent) => step(event, i) }, name);
  });
  function show(index: number): void {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
    });
    panes.forEach(([, pane], i) => { pane.hidden = i !== index; });
    shown(panes[index]?.[0] ?? '');
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
  return h('div', { class: 'side-tabs' }, h('div', { role: 'tablist', class: 'tablist', 'aria-label': 'Proposals' }, ...tabs), ...panes.map(([, pane]) => pane));
}
