import type { KxWipe } from '../elements/wipe.ts';
import type { KeyRow } from '../elements/keys.ts';
import { wipeKeys } from '../elements/wipe-keys.ts';

/** Keys of a report. */
export function reportKeys(wipe: KxWipe, turn: (by: number) => void, play: () => void, list: () => void): KeyRow[] {
  return [
    ...wipeKeys(wipe),
    { show: 'Space', words: 'Play and pause', press: { ' ': play } },
    { show: ', .', words: 'One frame back and on', press: { ',': () => wipe.step(-1), '.': () => wipe.step(1) } },
    { show: '[ ]', words: 'Picture before and after this one', press: { '[': () => turn(-1), ']': () => turn(1) } },
    { show: '?', words: 'This list', press: { '?': list } },
  ];
}
