import { button, h } from '../elements/dom.ts';
import { Fault } from './api.ts';
import { texts } from '../texts/texts.ts';

/** A fault where it happened: what, what to do now, and to try again where that can help. */
export function faultNote(cause: unknown, retry?: () => void): HTMLElement {
  const fault = Fault.of(cause);
  return h('div', { class: 'fault', role: 'alert' },
    h('p', {}, h('b', {}, fault.message), fault.code ? h('span', { class: 'code' }, fault.code) : null),
    fault.remedy ? h('p', {}, upper(fault.remedy)) : null,
    retry ? button(texts.acts.tryAgain, null, retry) : null);
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Runs what may fail; a fault stands in its place until it is tried again with success. */
export async function attempt(place: HTMLElement, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    place.querySelector(':scope > .fault')?.remove();
    return true;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return false;
    place.querySelector(':scope > .fault')?.remove();
    place.prepend(faultNote(cause, () => void attempt(place, act)));
    return false;
  }
}
