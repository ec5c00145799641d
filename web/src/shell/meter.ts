import { h } from '../elements/dom.ts';

/** A bar of progress: a share of the whole, or null where nobody knows yet. */
export function meter(value: number | null, label: string): HTMLElement {
  const bar = h('i');
  if (value !== null) bar.style.width = `${value * 100}%`;
  return h('div', {
    class: `meter${value === null ? ' unknown' : ''}`, role: 'progressbar', 'aria-label': label,
    'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': value === null ? null : Math.round(value * 100),
  }, bar);
}
