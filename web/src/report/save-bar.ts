import { button, h, icons } from '../elements/dom.ts';
import type { Ledger } from './ledger.ts';
import type { ReportData } from './model.ts';

/** The bar at the foot of the page while decisions wait to be saved: who decides, save, and what to type then. */
export function saveBar(ledger: Ledger, data: ReportData): HTMLElement {
  const name = `${data.subject.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_.-]+/gu, '-') || 'film'}.decisions.json`;
  const command = `kinolux review ${quote(data.reviewPath || data.subject)} --policy ${quote(name)}`;
  const number = h('b', { 'aria-live': 'polite' });
  const by = h('input', { type: 'text', placeholder: 'Your name', 'aria-label': 'Your name', value: data.person, required: true, maxlength: 80, autocomplete: 'name' });
  const next = h('p', { class: 'next', hidden: true }, 'Then run ', h('code', { tabindex: 0 }, command));
  const save = button('Save decisions', icons.save, () => {
    if (!by.value.trim()) {
      by.focus();
      by.reportValidity();
      return;
    }
    const link = h('a', { href: URL.createObjectURL(new Blob([ledger.file(by.value.trim())], { type: 'application/json' })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    next.hidden = false;
  }, { class: 'primary' });
  const bar = h('div', { class: 'save-bar', role: 'region', 'aria-label': 'Decisions to save', hidden: true },
    h('div', {}, number, by, save, button('Discard', null, () => { if (confirm('Discard all decisions made on this page?')) ledger.clear(); }, { class: 'bare-text' })), next);
  const update = (): void => {
    bar.hidden = ledger.size === 0;
    document.documentElement.classList.toggle('has-decisions', ledger.size > 0);
    number.textContent = ledger.size === 1 ? '1 decision' : `${ledger.size} decisions`;
  };
  ledger.addEventListener('change', () => {
    next.hidden = true;
    update();
  });
  update();
  return bar;
}

const quote = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
