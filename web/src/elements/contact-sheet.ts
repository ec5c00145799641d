import { clamp, h, timecode } from './dom.ts';
import type { Picture } from './types.ts';
import { texts } from '../texts/texts.ts';

/**
 * <kx-contact-sheet>: small pictures, before and after; the pointer wipes over them, a click fires `kx-picture` ({picture}).
 * Set `rate`, then `pictures`. `layout="strip"` is one row that scrolls and shows the restored side only.
 */
export class KxContactSheet extends HTMLElement {
  rate: readonly [number, number] = [24, 1];

  set pictures(pictures: Picture[]) {
    const strip = this.getAttribute('layout') === 'strip';
    this.replaceChildren(h('ul', {}, ...pictures.map(picture => h('li', {}, strip ? this.thumb(picture) : this.card(picture)))));
  }

  /** Marks the picture of a frame as the one that is shown. */
  set current(frame: number | null) {
    for (const card of this.querySelectorAll<HTMLElement>('button[data-frame]')) {
      const on = card.dataset['frame'] === String(frame);
      if (on === (card.getAttribute('aria-current') === 'true')) continue;
      card.setAttribute('aria-current', String(on));
      if (on && this.getAttribute('layout') === 'strip') {
        // Only the strip itself moves, never the page.
        const list = card.closest('ul');
        if (list) list.scrollLeft = card.offsetLeft - list.offsetLeft - (list.clientWidth - card.clientWidth) / 2;
      }
    }
  }

  private thumb(picture: Picture): HTMLElement {
    return this.choose(picture, [h('img', { src: picture.smallAfter, alt: texts.picture.frame(picture.frame, picture.words), loading: 'lazy', draggable: 'false' })]);
  }

  private card(picture: Picture): HTMLElement {
    const after = h('img', { src: picture.smallAfter, alt: '', loading: 'lazy', draggable: 'false' });
    const before = h('img', { class: 'before', src: picture.smallBefore, alt: '', loading: 'lazy', draggable: 'false' });
    const pair = h('span', { class: 'pair' }, after, before);
    pair.addEventListener('pointermove', event => {
      const box = pair.getBoundingClientRect();
      pair.style.setProperty('--split', `${clamp((event.clientX - box.left) / box.width, 0, 1) * 100}%`);
    });
    pair.addEventListener('pointerleave', () => pair.style.removeProperty('--split'));
    return this.choose(picture, [pair, h('span', { class: 'caption' },
      h('b', {}, picture.words), h('span', { class: 'time' }, timecode(picture.frame, this.rate)))]);
  }

  private choose(picture: Picture, content: HTMLElement[]): HTMLElement {
    return h('button', {
      type: 'button', 'data-frame': picture.frame,
      onclick: () => this.dispatchEvent(new CustomEvent('kx-picture', { detail: { picture }, bubbles: true })),
    }, ...content);
  }
}
