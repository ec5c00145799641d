import './ask.css';
import { h, kindColour, kindWords, s, takeKinds } from '../elements/dom.ts';
import { defineElements, KxWipe } from '../elements/index.ts';
import { KeyList, listenToKeys, type KeyRow } from '../elements/keys.ts';
import { themeButton } from '../elements/theme.ts';
import { wipeKeys } from '../elements/wipe-keys.ts';
import { texts } from '../texts/texts.ts';
import { Answers, type Answer, type AskData } from './answers.ts';

defineElements();
void open();

/** What the file holds under a name. */
function held(id: string): Uint8Array<ArrayBuffer> {
  const element = document.getElementById(id);
  const text = atob(element?.textContent ?? '');
  element?.remove();
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

async function open(): Promise<void> {
  const packed = new Blob([held('kinolux-answers')]).stream().pipeThrough(new DecompressionStream('gzip'));
  const data = JSON.parse(await new Response(packed).text()) as AskData;
  takeKinds(data.kinds);
  const answers = new Answers(data);
  const wipe = new KxWipe();
  wipe.setAttribute('inspect', '');
  wipe.source = data.rotation % 180 === 0 ? data.size : [data.size[1], data.size[0]];
  const panel = h('section', { class: 'answer', 'aria-live': 'polite', 'aria-label': texts.ask.answer }, h('p', { class: 'soft' }, texts.ask.hint));
  const spot = s('circle', { r: 6, class: 'spot' });
  const over = s('svg', { class: 'spots', preserveAspectRatio: 'none', 'aria-hidden': 'true', viewBox: `0 0 ${wipe.source[0]} ${wipe.source[1]}` });
  let shown = 0;

  wipe.addEventListener('kx-frame', event => {
    shown = (event as CustomEvent<{ frame: number }>).detail.frame - data.first;
    over.replaceChildren();
    wipe.outlined = answers.repairs(shown).map(({ kind, box }) => ({ kind, box: turned(box, data), verdict: 'accept' as const }));
    wipe.generated = answers.originOf(shown) === 'generated';
  });
  wipe.addEventListener('kx-place', event => {
    const { x, y } = (event as CustomEvent<{ x: number; y: number }>).detail;
    if (wipe.playing) wipe.toggle();
    const place = straight(Math.floor(x), Math.floor(y), data);
    if (place[0] < 0 || place[1] < 0 || place[0] >= data.size[0] || place[1] >= data.size[1]) return;
    spot.setAttribute('cx', String(x));
    spot.setAttribute('cy', String(y));
    spot.setAttribute('r', String(6 / wipe.magnification));
    over.replaceChildren(spot);
    panel.replaceChildren(...tell(answers.at(shown, ...place), data.first + shown, place));
  });

  const keyList = new KeyList();
  const keys: KeyRow[] = [
    ...wipeKeys(wipe),
    { show: texts.keyNames.space, words: texts.player.keys.play, press: { ' ': () => wipe.toggle() } },
    { show: ', .', words: texts.player.keys.step, press: { ',': () => wipe.step(-1), '.': () => wipe.step(1) } },
    { show: '?', words: texts.shell.thisList, press: { '?': () => keyList.show(keys) } },
  ];
  document.body.append(
    h('header', { class: 'top-bar' }, h('span', { class: 'brand' }, h('i', { 'aria-hidden': 'true' }), texts.product), h('h1', {}, data.title), themeButton()),
    h('main', {}, wipe, panel), keyList.dialog);
  wipe.marks.append(over);
  wipe.showVideo({ file: URL.createObjectURL(new Blob([held('kinolux-video')], { type: 'video/mp4' })), ...data.video, excerpts: [[data.first, data.count]] }, data.rate);
  listenToKeys(() => keys);
  // For whoever wants to ask of many places.
  Object.assign(window, { kinoluxAsk: (frame: number, x: number, y: number) => answers.at(frame - data.first, x, y) });
}

function tell(answer: Answer, frame: number, [x, y]: [number, number]): HTMLElement[] {
  return [
    h('h2', { class: answer.origin }, h('i', { 'aria-hidden': 'true' }), answer.name),
    h('p', { class: 'soft time' }, texts.ask.place(frame, x, y)),
    h('p', { class: 'words' }, answer.words),
    ...(answer.remark ? [h('p', {}, answer.remark)] : []),
    ...answer.reasons.map(reason),
  ];
}

// What was found and who decided; its name, who proposed it and the evidence are behind a word.
function reason({ kind, applies, lines }: Answer['reasons'][number]): HTMLElement {
  const [said = '', ...rest] = lines;
  const named = rest.findIndex(line => line.startsWith(`  ${kind}-`));
  const summary = rest[named]?.trim().replace(/^\S+\s+/, '');
  return h('div', { class: applies ? 'reason' : 'reason aside', style: `--kind:${kindColour(kind)}` },
    h('h3', {}, h('i', { 'aria-hidden': 'true' }), kindWords(kind)), h('p', {}, summary), h('p', { class: 'said' }, said),
    h('details', {}, h('summary', {}, texts.ask.evidence), h('ul', {}, ...rest.map((line, at) => h('li', {}, at === named ? line.trim().split(/\s/)[0] : line.trim().replace(/^- /, ''))))));
}

// The sample of the film behind a place of the picture as it is shown, which a camera may have turned.
function straight(x: number, y: number, { size: [width, height], rotation }: AskData): [number, number] {
  switch (rotation) {
    case 90: return [y, height - 1 - x];
    case 180: return [width - 1 - x, height - 1 - y];
    case 270: return [width - 1 - y, x];
    default: return [x, y];
  }
}

function turned([x, y, w, t]: [number, number, number, number], { size: [width, height], rotation }: AskData): [number, number, number, number] {
  switch (rotation) {
    case 90: return [height - y - t, x, t, w];
    case 180: return [width - x - w, height - y - t, w, t];
    case 270: return [y, width - x - w, t, w];
    default: return [x, y, w, t];
  }
}
