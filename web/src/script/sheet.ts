import { h } from '../elements/dom.ts';
import { texts } from '../texts/texts.ts';

const heights = ['low', 'half', 'full'] as const;
type Height = typeof heights[number];

/** On a narrow screen the panel is a sheet over the material: drawn up and down by its handle, by hand or by keys; a tab brings up what is down. */
export function asSheet(side: HTMLElement): void {
  let height: Height = 'half';
  let from: { y: number; height: Height } | null = null;
  let moved = false;
  const handle = h('button', { type: 'button', class: 'sheet-handle', 'aria-label': texts.script.sheet }, h('i', { 'aria-hidden': 'true' }));
  const to = (next: Height): void => {
    height = next;
    side.dataset['sheet'] = next;
    handle.setAttribute('aria-expanded', String(next !== 'low'));
  };
  const by = (start: Height, steps: number): void => to(heights[Math.min(2, Math.max(0, heights.indexOf(start) + steps))] ?? 'half');
  handle.addEventListener('click', () => {
    if (!moved) to(height === 'half' ? 'full' : height === 'full' ? 'low' : 'half');
    moved = false;
  });
  handle.addEventListener('keydown', event => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    by(height, steps);
  });
  handle.addEventListener('pointerdown', event => {
    from = { y: event.clientY, height };
    moved = false;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', event => {
    if (!from || Math.abs(event.clientY - from.y) < 24) return;
    moved = true;
    by(from.height, Math.round((from.y - event.clientY) / (innerHeight / 4)) || Math.sign(from.y - event.clientY));
  });
  handle.addEventListener('pointerup', () => { from = null; });
  side.addEventListener('click', event => { if (height === 'low' && (event.target as Element).closest('[role="tab"]')) to('half'); });
  side.prepend(handle);
  to('half');
}
