import { button, h, icons } from './dom.ts';
import { texts } from '../texts/texts.ts';

/** One line of a page's key list and what its keys do. A key is named as `KeyboardEvent.key` names it. */
export interface KeyRow {
  show: string;
  words: string;
  press?: Record<string, (event: KeyboardEvent) => void>;
  release?: Record<string, () => void>;
}

/** The list of keys, made from what the keys do; `fill` says it again. */
export class KeyList {
  private readonly rows = h('dl');
  readonly dialog = h('dialog', { class: 'key-list', 'aria-label': texts.shell.keys }, this.rows,
    button(texts.acts.close, icons.reject, () => this.dialog.close(), { 'data-bare': '', class: 'bare close' }));

  constructor() {
    this.dialog.addEventListener('click', event => { if (event.target === this.dialog) this.dialog.close(); });
  }

  show(rows: KeyRow[]): void {
    this.rows.replaceChildren(...rows.map(({ show, words }) =>
      h('div', {}, h('dt', {}, ...show.split(/ +/).map(key => h('kbd', {}, key))), h('dd', {}, words))));
    this.dialog.showModal();
  }
}

/** Keys of the page, wherever the focus is but in a field or on a control that takes the key itself. */
export function listenToKeys(rows: () => KeyRow[]): void {
  const act = (event: KeyboardEvent, way: 'press' | 'release'): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest?.('input:not([type=range], [type=checkbox]), textarea, select, dialog, pre, .typing')) return;
    // A control that was reached by keyboard keeps the keys that work it; one that was clicked does not hold space back from the player.
    if (/^( |Enter|Arrow.*)$/.test(event.key) && target.closest?.('button, a, summary, input')?.matches(':focus-visible')) return;
    const run = rows().map(row => row[way]?.[event.key]).find(one => one !== undefined);
    if (!run) return;
    event.preventDefault();
    run(event);
  };
  addEventListener('keydown', event => act(event, 'press'));
  addEventListener('keyup', event => act(event, 'release'));
}
