import { button, h, icons } from './dom.ts';
import type { KxWipe } from './elements/wipe.ts';

const list: [string, string][] = [
  ['← →', 'Move the edge'], ['B', 'Hold to see before'], ['Space', 'Play and pause'], [', .', 'One frame back and on'],
  ['[ ]', 'Picture before and after this one'], ['W  S  D', 'Wipe, side by side, difference'], ['Z', 'Zoom'], ['F', 'Outline what was found'], ['?', 'This list'],
];

export function keyList(): HTMLDialogElement {
  const dialog = h('dialog', { class: 'key-list', 'aria-label': 'Keys' },
    h('dl', {}, ...list.map(([keys, words]) => h('div', {}, h('dt', {}, ...keys.split(/ +/).map(key => h('kbd', {}, key))), h('dd', {}, words)))),
    button('Close', icons.reject, () => dialog.close(), { 'data-bare': '', class: 'bare close' }));
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  return dialog;
}

/** Keys of the page, wherever the focus is but in a field. */
export function listenToKeys(wipe: KxWipe, turn: (by: number) => void, play: () => void): void {
  const edge = (by: number) => (): void => { wipe.position += by; };
  const zoomed = () => wipe.querySelector<HTMLButtonElement>('.zoom')?.click();
  const keys: Record<string, () => void> = {
    ArrowLeft: edge(-0.02), ArrowRight: edge(0.02), ' ': play, ',': () => wipe.step(-1), '.': () => wipe.step(1),
    '[': () => turn(-1), ']': () => turn(1), w: () => { wipe.view = 'wipe'; }, s: () => { wipe.view = 'side'; }, d: () => { wipe.view = 'difference'; },
    z: zoomed, f: () => { wipe.findings = !wipe.findings; }, '?': () => document.querySelector<HTMLDialogElement>('.key-list')?.showModal(),
  };
  let held: number | null = null;
  addEventListener('keydown', event => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, dialog, pre')) return;
    if ((event.key === ' ' || event.key.startsWith('Arrow')) && target.closest('button, a, summary')) return;
    if (event.key === 'b' && held === null) {
      [held, wipe.position] = [wipe.position, 1];
      return;
    }
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
  addEventListener('keyup', event => {
    if (event.key !== 'b' || held === null) return;
    [wipe.position, held] = [held, null];
  });
}
