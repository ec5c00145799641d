import { h } from '../elements/dom.ts';
import { get, workPath } from '../shell/api.ts';
import type { WorkCard, WorkDocument } from '../shell/model.ts';
import type { Page } from '../shell/page.ts';
import { Review } from '../review/review.ts';
import { RunBar } from './run-bar.ts';
import { TextView } from './text-view.ts';
import { workHead } from './work-head.ts';
import { texts } from '../texts/texts.ts';

/** A work whose engine has no page of its own: its document, and what is to be decided in it. */
export const workPage: Page = async (context, main, id) => {
  const work = await get<WorkCard>(workPath(id ?? ''), context.signal);
  main.className = 'review-page';
  workHead(context, work);
  if (work.view === undefined) {
    main.append(h('div', { class: 'empty-state' }, h('h1', {}, texts.review.nothing), h('p', {}, texts.review.notRun), new RunBar(work, context).element));
    context.live.on('work', detail => { if (detail.id === work.id) void get<WorkCard>(workPath(work.id)).then(now => { if (now.view !== undefined) location.reload(); }); }, context.signal);
    return;
  }
  if (work.engine === 'script') {
    const [{ openScript }, { ScriptView }] = await Promise.all([import('../script/script-client.ts'), import('../script/script-view.ts')]);
    // What an editor does not hold is shown as plain words.
    const opened = await openScript(work.id, context.signal).catch(() => null);
    if (opened) {
      await new Review(context, work, main, host => new ScriptView(context, work, opened.script, host)).open();
      return;
    }
  }
  const document = await get<WorkDocument>(workPath(work.id, '/document'), context.signal);
  const review = new Review(context, work, main, host => new TextView(context, work, document, host));
  await review.open();
};
