import type { WorkCard } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { texts } from '../texts/texts.ts';

/** The top bar on a work's page. */
export function workHead(context: Context, work: WorkCard): void {
  context.head({ title: work.name, tabs: [{ words: texts.places.review, path: `/works/${work.id}`, current: true, count: work.waiting }] });
}
