import { button, h, icons } from '../elements/dom.ts';
import type { Ledger } from './ledger.ts';
import type { ReportData } from './model.ts';
import { texts } from '../texts/texts.ts';

/** The bar at the foot of the page while decisions wait to be saved: who decides, save, and what to type then. */
export function saveBar(ledger: Ledger, data: ReportData): HTMLElement {
  const name = `${data.subject.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_.-]+/gu, '-') || ('film' as const)}.decisions.json`;
  const command = `kinolux review ${quote(data.reviewPath || data.subject)} --policy ${quote(name)}` as const;
  const number = h('b', { 'aria-live': 'polite' });
  const by = h('input', { type: 'text', placeholder: texts.person.name, 'aria-label': texts.person.name, value: data.person, required: true, maxlength: 80, autocomplete: 'name' });
  const next = h('p', { class: 'next', hidden: true }, ...texts.report.thenRun(h('code', { tabindex: 0 }, command)));
  const save = button(texts.report.save, icons.save, () => {
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
  const bar = h('div', { class: 'save-bar', role: 'region', 'aria-label': texts.report.toSave, hidden: true },
    h('div', {}, number, by, save, button(texts.acts.discard, null, () => { if (confirm(texts.report.discardAll)) ledger.clear(); }, { class: 'bare-text' })), next);
  const update = (): void => {
    bar.hidden = ledger.size === 0;
    document.documentElement.classList.toggle('has-decisions', ledger.size > 0);
    number.textContent = texts.report.decisions(ledger.size);
  };
  ledger.addEventListener('change', () => {
    next.hidden = true;
    update();
  });
  update();
  return bar;
}

const quote = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
