import { EditorView } from '@codemirror/view';
import { button, h } from '../elements/dom.ts';
import { sideTabs } from '../film/side-tabs.ts';
import { workPath, get } from '../shell/api.ts';
import { calm } from '../shell/calm.ts';
import { attempt } from '../shell/fault-note.ts';
import type { ProposalItem, WorkCard } from '../shell/model.ts';
import type { Context, Page } from '../shell/page.ts';
import { addressOf } from '../shell/places.ts';
import { workHead } from '../review/work-head.ts';
import { Comparison } from './comparison.ts';
import { FindingPlaces, findings, marksFindings } from './findings.ts';
import { FindingsPane } from './findings-pane.ts';
import { HistoryPane } from './history-pane.ts';
import { Editor } from './editor.ts';
import { LiveFindings } from './live-findings.ts';
import type { OpenScript, Reading, Scene } from './model.ts';
import { readsAlong, readingField } from './reading.ts';
import { Saving } from './saving.ts';
import { SceneStrip } from './scene-strip.ts';
import { ScenesPane } from './scenes-pane.ts';
import { asSheet } from './sheet.ts';
import { StoryPane } from './story-pane.ts';
import { findIn, openScript, readText, saveAsFountain } from './script-client.ts';
import { texts } from '../texts/texts.ts';

/** A script that is written here: the text as on paper, what was found in it, its scenes, its history. */
export const scriptPage: Page = async (context, main, id) => {
  const { signal } = context;
  const [{ script, tag }, work] = await Promise.all([openScript(id ?? '', signal), get<WorkCard>(workPath(id ?? ''), signal)]);
  main.className = 'script-page';
  workHead(context, work, 'script');
  const trouble = h('div', { class: 'on-screen' });
  const strip = new SceneStrip();
  const scenes = new ScenesPane();
  const isWritten = script.format === 'fountain';
  let { reading } = script;

  const show = (now: Reading): void => {
    reading = now;
    strip.show(now);
    scenes.show(now.scenes);
    here();
  };
  const save = (): boolean => {
    void saving?.save();
    return true;
  };
  const editor = new Editor(script.text, texts.script.editor(script.name), !isWritten, { 'Mod-s': save, 'Alt-PageDown': () => step(1), 'Alt-PageUp': () => step(-1), 'Alt-a': () => decide(() => found.decide('accept')), 'Alt-r': () => decide(() => found.decide('reject')), 'Alt-e': () => decide(() => found.edit()), 'Alt-u': () => decide(() => found.undo()), F8: () => decide(() => found.step(1)), 'Shift-F8': () => decide(() => found.step(-1)) },
    readsAlong(text => readText(text, signal), show, script.reading), marksFindings(one => found.choose(one)),
    EditorView.updateListener.of(update => {
      if (update.docChanged) {
        saving?.changed();
        places.moved(update.changes);
        const isUnsaved = saving?.isDirty ?? false;
        story.isUnsaved = isUnsaved;
        if (isUnsaved && found.isOn) live.changed(update);
        else if (found.isOn) onDisk();
      }
      if (update.selectionSet || update.docChanged) here();
    }));
  const comparison = new Comparison(main, editor, context, signal);
  const saving = isWritten ? new Saving(script.id, editor, tag, context.say, () => {
    live.stop();
    story.isUnsaved = false;
    story.changed();
  }, () => void both()) : null;

  const places = new FindingPlaces(editor.doc);
  const live = new LiveFindings(() => editor.view, text => findIn(script.id, text, signal), (items, doc, since) => {
    if (!saving?.isDirty) return;
    places.take(doc, since);
    found.live(items);
  });
  // What is found in the saved text is there again.
  function onDisk(): void {
    live.stop();
    places.take(editor.doc, null);
    found.live(null);
  }
  const found = new FindingsPane(script.id, context, script.isChecked);
  const story = new StoryPane(script.id, context);
  const past = new HistoryPane(script.id, signal, other => void beside(other));
  const material = h('div', { class: 'material script' }, trouble, ...notes(script, context, trouble), comparison.element, editor.element, strip.element);
  const side = h('aside', { class: 'side', 'aria-label': texts.script.side }, sideTabs([['scenes', texts.script.scenes, scenes.element], ['findings', texts.film.findings, found.element], ['story', texts.story.title, story.element], ['history', texts.history.title, past.element]], name => {
      main.classList.toggle('tells', name === 'story');
      if (name === 'story') story.show();
    }),saving?.element ?? '');
  asSheet(side);
  main.append(h('h1', { class: 'aloud' }, script.name), material, side);

  function here(): void {
    const line = editor.line;
    const scene = reading.scenes.findLastIndex(one => one.line <= line);
    const { head } = editor.view.state.selection.main;
    strip.at(scene, Math.max(1, reading.pages.findLastIndex(start => start <= head) + 1));
    scenes.at(scene);
  }
  function goTo(scene: Scene): void {
    editor.go(editor.doc.line(Math.min(scene.line + 1, editor.doc.lines)).from, !matchMedia('(max-width: 899px)').matches);
  }
  function step(by: number): boolean {
    const at = reading.scenes.findLastIndex(one => one.line <= editor.line) + by;
    const scene = reading.scenes[Math.max(0, at)];
    if (scene) goTo(scene);
    return true;
  }
  // What is on the disk beside what is written here; what is made of both is saved over the first.
  async function both(): Promise<void> {
    await attempt(trouble, async () => {
      const there = await openScript(script.id, signal);
      comparison.merge(texts.script.onDisk, there.script.text, merged => {
        const { view } = editor;
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: merged } });
        saving?.settle(there.tag, view.state.toText(there.script.text));
      });
    });
  }
  async function beside(other: { id: string; name: string }): Promise<void> {
    await attempt(trouble, async () => comparison.compare(other.name, (await openScript(other.id, signal)).script.text));
  }
  function decide(act: () => unknown): boolean {
    void act();
    return true;
  }
  const again = (): void => void attempt(trouble, async () => {
    const there = await openScript(script.id, signal);
    // Whoever wrote on while it was read keeps what they wrote: what is on the disk is theirs to compare once they save.
    if (!saving || saving.isDirty || saving.isConflict) return;
    const { view } = editor;
    view.dispatch({ changes: changesTo(editor.text, there.script.text) });
    saving.take(there.tag);
    context.say(texts.script.readAgain);
  });

  for (const pane of [strip, scenes]) pane.addEventListener('scene', event => goTo((event as CustomEvent<Scene>).detail));
  // Of the text as it is saved, where that is in the text as it is.
  story.addEventListener('line', event => {
    const onDisk = saving?.onDisk ?? editor.doc;
    const { from, to, insert } = changesTo(onDisk.toString(), editor.text);
    const at = onDisk.line(Math.min((event as CustomEvent<number>).detail + 1, onDisk.lines)).from;
    editor.go(at < to ? Math.min(at, from) : at + insert.length - (to - from), false);
  });
  found.addEventListener('show', event => {
    const { items, current } = (event as CustomEvent<{ items: ProposalItem[]; current: string }>).detail;
    editor.view.dispatch({ effects: findings(items, current, places) });
  });
  found.addEventListener('go', event => {
    const place = places.of((event as CustomEvent<ProposalItem>).detail);
    if (place) editor.go(place.from, false);
  });
  found.addEventListener('decided', () => { if (saving?.isDirty) live.again(); });
  const refresh = calm(() => void attempt(trouble, async () => {
    const [now] = await Promise.all([get<WorkCard>(workPath(script.id), signal), found.read(), past.refresh()]);
    if (found.isOn && !saving?.isDirty) onDisk();
    story.changed();
    workHead(context, now, 'script');
  }));
  context.live.on('work', detail => { if (detail.id === script.id) refresh(); }, signal);
  context.live.on('reset', refresh, signal);
  if (saving) {
    const look = (): void => void saving.look(signal, again);
    addEventListener('focus', look, { signal });
    context.live.on('work', detail => { if (detail.id === script.id) look(); }, signal);
    const keep = (): void => saving.keep();
    addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', keep, { signal });
    signal.addEventListener('abort', keep);
  }
  // Whatever has the focus: a browser would save the page.
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.key !== 's' || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    save();
  }, { signal });
  signal.addEventListener('abort', () => editor.close());
  context.keys([
    { show: texts.script.keys.save, words: texts.script.keys.saves, press: {} },
    { show: texts.script.keys.find, words: texts.script.keys.finds, press: {} },
    { show: texts.script.keys.scene, words: texts.script.keys.scenes, press: {} },
    { show: 'F8', words: texts.script.keys.findings, press: {} },
    { show: texts.script.keys.decideKeys, words: texts.script.keys.decide, press: {} },
    { show: texts.keyNames.enter, words: texts.script.keys.write, press: { Enter: () => editor.view.focus() } },
  ]);
  show(editor.view.state.field(readingField).reading ?? script.reading);
  await Promise.all([found.read(), past.refresh()]);
  saving?.restore();
  const line = Number(new URLSearchParams(location.search).get('line') ?? 0);
  if (line > 0) editor.go(editor.doc.line(Math.min(line, editor.doc.lines)).from);
};

// What to know of a script before it is written in.
function notes(script: OpenScript, context: Context, trouble: HTMLElement): HTMLElement[] {
  if (script.format !== 'fountain')
    return [h('div', { class: 'script-note' }, h('p', {}, texts.script.readOnly, script.losses.length > 0 ? h('span', { class: 'soft' }, ` ${texts.script.losses(script.losses)}`) : null),
      button(texts.script.saveAsFountain, null, () => void attempt(trouble, async () => context.go(addressOf('script' as const, (await saveAsFountain(script.id)).id))), { class: 'primary' }))];
  return script.encoding ? [h('div', { class: 'script-note' }, h('p', { class: 'soft' }, texts.script.encoding(script.encoding)))] : [];
}

// The one stretch in which two texts differ, so that where one is stays where it is.
function changesTo(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
