import type { WorkCard } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { addressOf } from '../shell/places.ts';
import { texts } from '../texts/texts.ts';

/** The top bar on a work's pages: that of its engine, where it has one, and its review. */
export function workHead(context: Context, work: WorkCard, current: 'script' | 'review' = 'review'): void {
  const review = `/works/${work.id}`;
  const own = addressOf(work.engine, work.id);
  context.head({
    title: work.name,
    tabs: [
      ...(own === review ? [] : [{ words: texts.places.script, path: own, current: current === 'script' }]),
      { words: texts.places.review, path: review, current: current === 'review', count: work.waiting },
    ],
  });
}
