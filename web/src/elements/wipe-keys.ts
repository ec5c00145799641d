import type { KxWipe } from './wipe.ts';
import type { KeyRow } from './keys.ts';
import { texts } from '../texts/texts.ts';

/** The keys of the comparison, the same in a report and in the studio. */
export function wipeKeys(wipe: KxWipe): KeyRow[] {
  let held: Pick<KxWipe, 'position' | 'view'> | null = null;
  const edge = (by: number) => (): void => { wipe.position += by; };
  return [
    { show: '← →', words: texts.picture.keys.edge, press: { ArrowLeft: edge(-0.02), ArrowRight: edge(0.02) } },
    {
      show: 'B', words: texts.picture.keys.before,
      press: { b: () => {
        held ??= { position: wipe.position, view: wipe.view };
        [wipe.position, wipe.view] = [1, 'wipe'];
      } },
      release: { b: () => {
        if (held) Object.assign(wipe, held);
        held = null;
      } },
    },
    { show: 'W S D', words: texts.picture.keys.views, press: { w: () => { wipe.view = 'wipe'; }, s: () => { wipe.view = 'side'; }, d: () => { wipe.view = 'difference'; } } },
    { show: 'Z', words: texts.picture.keys.zoom, press: { z: () => wipe.zoomOn() } },
    { show: 'F', words: texts.picture.keys.findings, press: { f: () => { wipe.findings = !wipe.findings; } } },
  ];
}
