import type { KxWipe } from './wipe.ts';
import type { KeyRow } from './keys.ts';

/** The keys of the comparison, the same in a report and in the studio. */
export function wipeKeys(wipe: KxWipe): KeyRow[] {
  let held: Pick<KxWipe, 'position' | 'view'> | null = null;
  const edge = (by: number) => (): void => { wipe.position += by; };
  return [
    { show: '← →', words: 'Move the edge', press: { ArrowLeft: edge(-0.02), ArrowRight: edge(0.02) } },
    {
      show: 'B', words: 'Hold to see before',
      press: { b: () => {
        held ??= { position: wipe.position, view: wipe.view };
        Object.assign(wipe, { position: 1, view: 'wipe' });
      } },
      release: { b: () => {
        if (held) Object.assign(wipe, held);
        held = null;
      } },
    },
    { show: 'W S D', words: 'Wipe, side by side, difference', press: { w: () => { wipe.view = 'wipe'; }, s: () => { wipe.view = 'side'; }, d: () => { wipe.view = 'difference'; } } },
    { show: 'Z', words: 'Zoom', press: { z: () => wipe.zoomOn() } },
    { show: 'F', words: 'Outline what was found', press: { f: () => { wipe.findings = !wipe.findings; } } },
  ];
}
