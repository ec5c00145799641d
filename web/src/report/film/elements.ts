import { clamp, h, kindColour, timecode } from '../../elements/dom.ts';
import { KxContactSheet, KxTimeline } from '../../elements/index.ts';
import type { Picture, Plot } from '../../elements/types.ts';
import type { PlacePictures } from '../proposals.ts';
import type { Part, Proposal } from '../model.ts';
import { loadPart, partName } from '../parts.ts';
import type { FilmView } from './film.ts';
import { texts } from '../../texts/texts.ts';

interface AlongData {
  plots: Plot[];
  /** Frames behind each value of a plot's line. */
  stretch: number;
  partFrames: number;
}

/** Shots and measures along the film. */
export function filmAlong(view: FilmView, data: AlongData): HTMLElement {
  const timeline = new KxTimeline();
  timeline.data = {
    frames: view.data.frames, rate: view.data.rate, shots: view.data.shots, ...data,
    pictured: view.pictures.map(picture => picture.frame), load: part => loadPart(partName('plots', part)),
  };
  timeline.addEventListener('kx-frame', event => view.ask((event as CustomEvent<{ frame: number }>).detail.frame));
  view.follow(frame => { timeline.frame = frame; });
  return timeline;
}

/** The worst frames, before and after. */
export function filmWorst(view: FilmView): HTMLElement {
  const sheet = new KxContactSheet();
  sheet.rate = view.data.rate;
  sheet.pictures = view.worst;
  sheet.addEventListener('kx-picture', event => view.askPicture((event as CustomEvent<{ picture: Picture }>).detail.picture));
  view.follow((_, picture) => { if (picture) sheet.current = picture.frame; });
  return sheet;
}

/** What the film consists of, in words. */
export function filmShares(view: FilmView, made: string): HTMLElement {
  return h('p', { class: 'soft' }, texts.report.made(made, view.data.shares.map(({ name, share }) => `${texts.share(share)} ${name.toLowerCase()}`)));
}

/** Shots by a picture of theirs, and places cut out of the frame's pictures. */
export function filmPictures(view: FilmView): PlacePictures {
  return {
    part(part: Part) {
      const shot = view.data.shots.find(one => one.index === part.number);
      const picture = shot && view.data.pictures.find(one => one.frame >= shot.first && one.frame <= shot.last);
      const image = picture ? h('img', { src: picture.smallAfter, alt: '', loading: 'lazy' }) : h('i', { class: 'blank' });
      return shot ? [image, h('span', { class: 'time' }, timecode(shot.first, view.data.rate)), h('span', { class: 'soft' }, texts.report.frames(shot.last - shot.first + 1))] : [image];
    },
    proposal(kind: string, proposal: Proposal) {
      const picture = view.data.pictures.find(one => one.frame === proposal.scope.first);
      const box = (proposal.scope.place as { region?: { box: { x: number; y: number; width: number; height: number } } }).region?.box;
      return picture && box ? crop(view, picture, kind, box) : null;
    },
  };
}

// Before and after of the place, cut out of the frame's pictures by the style sheet.
function crop(view: FilmView, picture: Picture, kind: string, box: { x: number; y: number; width: number; height: number }): HTMLElement {
  const { x, y, width: w, height: t } = box;
  const [width, height] = view.data.source;
  const side = Math.min(Math.max(36, w * 2.2, t * 2.2), width, height);
  const from = (at: number, length: number, all: number): number => clamp(at + length / 2 - side / 2, 0, all - side);
  const place = (at: number, length: number, all: number): string =>
    all - side < 1 ? '0%' : `${(from(at, length, all) / (all - side)) * 100}%`;
  const part = (value: number): string => `${(value / side) * 100}%`;
  const ring = h('b', { style: `left:${part(x - from(x, w, width))};top:${part(y - from(y, t, height))};width:${part(w)};height:${part(t)};border-color:${kindColour(kind)}` });
  const half = (file: string): HTMLElement => h('i', {
    style: `background-image:url("${file}");background-size:${(width / side) * 100}% ${(height / side) * 100}%;background-position:${place(x, w, width)} ${place(y, t, height)}`,
  });
  return h('button', {
    type: 'button', class: 'crop', 'aria-label': texts.report.showFrame(picture.frame), onclick: () => view.askPicture(picture, [x, y, w, t]),
  }, half(picture.before), half(picture.after), h('span', { class: 'ring' }, ring));
}
