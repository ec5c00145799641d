import './report.css';
import { button, count, h, icons, kindColour, kindWords, percent, timecode, takeKinds } from '../elements/dom.ts';
import { defineElements, KxContactSheet, KxProposals, KxShare, KxTimeline, KxWipe } from '../elements/index.ts';
import { KeyList, listenToKeys, type KeyRow } from '../elements/keys.ts';
import { Ledger } from '../elements/ledger.ts';
import { loadPart } from './parts.ts';
import { reportKeys } from './report-keys.ts';
import { saveBar } from './save-bar.ts';
import { themeButton } from '../elements/theme.ts';
import type { Box, Picture, ProposalLists, ReportData } from '../elements/types.ts';

defineElements();
const data = JSON.parse(document.getElementById('kinolux-data')?.textContent ?? '{}') as ReportData;
takeKinds(data.kinds);
const ledger = new Ledger(`kinolux:${data.after.hash || data.title}:${data.made}`);

const pictures = [...data.pictures].sort((a, b) => a.frame - b.frame);
const worst = data.pictures.filter(picture => picture.badness > 0).sort((a, b) => b.badness - a.badness);
const wipe = new KxWipe();
const strip = new KxContactSheet();
const timeline = new KxTimeline();
const proposals = new KxProposals();
const sheet = new KxContactSheet();
const keyList = new KeyList();
const keys: KeyRow[] = reportKeys(wipe, turn, () => showFilm(true), () => keyList.show(keys));
const film = button('Film', icons.play, () => showFilm(true), { class: 'film' });

const shotOf = (frame: number) => data.shots.find(shot => frame >= shot.first && frame <= shot.last);
const five = (value: number): string => String(value).padStart(5, '0');

function show(picture: Picture, box?: Box): void {
  const shot = shotOf(picture.frame);
  wipe.printed = shot?.printed ?? null;
  wipe.showPicture(picture, data.pictureSize, [
    h('b', { class: 'time' }, timecode(picture.frame, data.rate)), ` Frame ${count(picture.frame)}`,
    shot ? ` · shot ${shot.index}` : '', picture.words ? ` · ${picture.words}` : '']);
  if (box) {
    wipe.lookAt(box);
    wipe.findings = true;
  }
  strip.current = sheet.current = timeline.frame = picture.frame;
  film.setAttribute('aria-current', 'false');
}

function showFilm(play: boolean): void {
  if (!data.video) return;
  if (wipe.showsVideo) {
    if (play) wipe.toggle();
    return;
  }
  strip.current = null;
  film.setAttribute('aria-current', 'true');
  const first = data.video.excerpts[0]?.[0] ?? 0;
  wipe.showVideo(data.video, data.rate, pictures.find(picture => picture.frame === first));
  if (play) wipe.toggle();
}

/** Shows the frame itself where the video or a picture has it, else the nearest picture. */
function showFrame(frame: number): void {
  const near = pictures.reduce<Picture | null>((best, one) => !best || Math.abs(one.frame - frame) < Math.abs(best.frame - frame) ? one : best, null);
  const inVideo = data.video?.excerpts.some(([first, length]) => frame >= first && frame < first + length);
  if (inVideo && near?.frame !== frame) {
    if (!wipe.showsVideo) showFilm(false);
    wipe.seek(frame);
  } else if (near) {
    show(near);
    timeline.frame = frame;
  }
}

/** The picture before or after the one that is shown. */
function turn(by: number): void {
  const at = pictures.findIndex(picture => picture.frame >= timeline.frame);
  const exact = pictures[at]?.frame === timeline.frame;
  const next = pictures[at < 0 ? pictures.length - (by < 0 ? 1 : 0) : by > 0 && !exact ? at : at + by];
  if (next) show(next);
}

function section(id: string, title: string, ...content: (Node | string | null | false)[]): HTMLElement {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), ...content);
}

function summary(): HTMLElement {
  const kinds = new Map<string, { all: number; wait: number }>();
  for (const group of data.groups) {
    const sum = kinds.get(group.kind) ?? { all: 0, wait: 0 };
    kinds.set(group.kind, { all: sum.all + group.count, wait: sum.wait + group.wait });
  }
  const waiting = [...kinds.values()].reduce((sum, kind) => sum + kind.wait, 0);
  const rows = [...kinds.entries()].sort((a, b) => b[1].all - a[1].all).map(([kind, sum]) => h('li', {}, h('button', {
    type: 'button', style: `--kind:${kindColour(kind)}`,
    onclick: () => {
      proposals.choose(kind);
      document.getElementById('decisions')?.scrollIntoView();
    },
  }, h('span', { class: 'kind' }, kindWords(kind)), h('span', { class: 'wait' }, sum.wait ? `${count(sum.wait)} waiting` : ''), h('b', {}, count(sum.all)))));
  return h('div', { class: 'summary' }, h('h2', {}, 'Found'), h('ul', {}, ...rows),
    waiting > 0 && h('a', { class: 'primary', href: '#decisions' }, `${count(waiting)} to decide`));
}

function hero(): HTMLElement {
  const share = new KxShare();
  share.share = data.share;
  const { before } = data;
  const rate = data.rate[0] / data.rate[1];
  strip.setAttribute('layout', 'strip');
  strip.setAttribute('aria-label', 'Frames');
  strip.rate = sheet.rate = data.rate;
  strip.pictures = pictures;
  const aspect = (data.pictureSize[0] || before.width) / (data.pictureSize[1] || before.height);
  wipe.source = [before.width, before.height];
  return h('div', { class: pictures.length > 0 || data.video ? 'hero' : 'hero bare', style: `--aspect:${aspect}` },
    pictures.length > 0 || data.video ? h('div', { class: 'view' }, wipe, h('div', { class: 'strip' }, data.video ? film : null, strip)) : null,
    h('div', { class: 'facts' },
      h('h1', {}, data.title),
      h('p', { class: 'soft' }, h('span', { class: 'time' }, timecode(before.frames, data.rate)), ` · ${count(before.frames)} frames · ${before.width}×${before.height} · ${Number(rate.toFixed(3))} fps`),
      share, summary(),
      data.notes.length > 0 && h('ul', { class: 'notes' }, ...data.notes.map(note => h('li', {}, note)))));
}

function record(): HTMLElement {
  const file = (label: string, one: ReportData['before']): HTMLElement => h('tr', {}, h('th', { scope: 'row' }, label),
    h('td', {}, one.file), h('td', {}, one.format), h('td', { class: 'hash' }, one.hash));
  return section('record', 'Record',
    h('div', { class: 'wide' }, h('table', {}, h('tbody', {}, file('Before', data.before), file('After', data.after)))),
    data.hashes ? h('p', {}, h('a', { href: data.hashes, target: '_blank', rel: 'noopener' }, 'Checksum of every frame')) : null,
    h('details', {}, h('summary', {}, 'Made with'), h('table', {}, h('tbody', {}, ...data.versions.map(one =>
      h('tr', {}, h('th', { scope: 'row' }, one.name), h('td', {}, one.version)))))),
    data.plan ? h('details', {}, h('summary', {}, 'Plan'), h('pre', { tabindex: 0 }, data.plan)) : null,
    h('p', { class: 'soft' }, `Made ${data.made}. ${percent(data.share.original)} original, ${percent(data.share.repaired)} repaired, ${percent(data.share.generated)} generated.`));
}

function build(): void {
  const sections = [
    data.plots.length > 0 || data.shots.length > 1 ? section('along', 'Along the film', timeline) : null,
    worst.length > 0 ? section('worst', 'Worst frames', sheet) : null,
    data.groups.length > 0 ? section('decisions', 'Decisions', proposals) : null,
    record(),
  ].filter(one => one !== null);
  const names = new Map([['along', 'Film'], ['worst', 'Worst'], ['decisions', 'Decisions'], ['record', 'Record']]);
  document.body.append(
    h('header', { class: 'top-bar' },
      h('a', { class: 'brand', href: '#top' }, h('i', { 'aria-hidden': 'true' }), 'Kinolux'),
      h('nav', { 'aria-label': 'Sections' }, ...sections.map(one => h('a', { href: `#${one.id}` }, names.get(one.id) ?? one.id))),
      button('Keys', null, () => keyList.show(keys), { class: 'bare keys', 'aria-label': 'Keys' }), themeButton()),
    h('main', { id: 'top' }, hero(), ...sections), saveBar(ledger, data), keyList.dialog);
}

build();
sheet.pictures = worst;
timeline.data = {
  frames: data.before.frames, rate: data.rate, shots: data.shots, plots: data.plots, stretch: data.stretch, partFrames: data.partFrames,
  pictured: pictures.map(picture => picture.frame), load: part => loadPart(`plots-${five(part)}`),
};
proposals.data = {
  frames: data.before.frames, rate: data.rate, source: [data.before.width, data.before.height], shots: data.shots,
  groups: data.groups, pictures: data.pictures, ledger, load: shot => loadPart<ProposalLists>(`shot-${five(shot)}`),
};
if (worst[0] ?? pictures[0]) show((worst[0] ?? pictures[0]) as Picture);
else showFilm(false);

wipe.addEventListener('kx-frame', event => { timeline.frame = (event as CustomEvent<{ frame: number }>).detail.frame; });
timeline.addEventListener('kx-frame', event => showFrame((event as CustomEvent<{ frame: number }>).detail.frame));
for (const one of [strip, sheet])
  one.addEventListener('kx-picture', event => {
    show((event as CustomEvent<{ picture: Picture }>).detail.picture);
    if (one === sheet) wipe.scrollIntoView({ block: 'nearest' });
  });
proposals.addEventListener('kx-show', event => {
  const { picture, box } = (event as CustomEvent<{ picture: Picture; box?: Box }>).detail;
  show(picture, box);
  wipe.scrollIntoView({ block: 'nearest' });
});
listenToKeys(() => keys);
