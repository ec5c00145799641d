import { h } from '../elements/dom.ts';
import { uploads } from './uploads.ts';
import { texts } from '../texts/texts.ts';

/** Films may be dropped anywhere, on any page; `taken` is called. */
export function takeDrops(taken: () => void): HTMLElement {
  const veil = h('div', { class: 'drop-veil', hidden: true, 'aria-hidden': 'true' }, h('p', {}, texts.films.drop));
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  let depth = 0;
  const show = (by: number): void => {
    depth = Math.max(0, depth + by);
    veil.hidden = depth === 0;
  };
  addEventListener('dragenter', event => { if (carriesFiles(event)) show(1); });
  addEventListener('dragleave', event => { if (carriesFiles(event)) show(-1); });
  addEventListener('dragover', event => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    show(-depth);
    uploads.add(event.dataTransfer?.files ?? []);
    taken();
  });
  return veil;
}
