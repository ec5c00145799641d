import { KxContactSheet } from './contact-sheet.ts';
import { KxShare } from './share.ts';
import { KxTimeline } from './timeline.ts';
import { KxWipe } from './wipe.ts';

/** Makes the elements known to the page. */
export function defineElements(): void {
  const all: [string, CustomElementConstructor][] = [
    ['kx-wipe', KxWipe], ['kx-timeline', KxTimeline], ['kx-contact-sheet', KxContactSheet],
    ['kx-share', KxShare],
  ];
  for (const [name, element] of all) if (!customElements.get(name)) customElements.define(name, element);
}

export { KxContactSheet, KxShare, KxTimeline, KxWipe };
