import { button, h, icons, kindColour, kindWords, timecode } from '../../elements/dom.ts';
import { KxContactSheet, KxShare, KxWipe } from '../../elements/index.ts';
import type { KeyRow } from '../../elements/keys.ts';
import { wipeKeys } from '../../elements/wipe-keys.ts';
import type { Box, Picture } from '../../elements/types.ts';
import type { Group, ReportData } from '../model.ts';
import type { FilmView } from './film.ts';
import { texts } from '../../texts/texts.ts';

/** What opens a film's report: its pictures before and after under the wipe, what it consists of and what was found. */
export class FilmLead {
  private readonly wipe = new KxWipe();
  private readonly strip = new KxContactSheet();
  private readonly film = button(texts.places.film, icons.play, () => this.showVideo(true), { class: 'film' });
  private frame = 0;

  /** @param choose lists one kind's proposals. */
  constructor(private readonly view: FilmView, private readonly page: ReportData, private readonly choose: (kind: string) => void) {
    view.addEventListener('ask', event => this.showFrame((event as CustomEvent<{ frame: number }>).detail.frame));
    view.addEventListener('ask-picture', event => {
      const { picture, box } = (event as CustomEvent<{ picture: Picture; box?: Box }>).detail;
      this.show(picture, box);
      this.wipe.scrollIntoView({ block: 'nearest' });
    });
    this.wipe.addEventListener('kx-frame', event => this.at((event as CustomEvent<{ frame: number }>).detail.frame, null));
    this.strip.addEventListener('kx-picture', event => this.show((event as CustomEvent<{ picture: Picture }>).detail.picture));
  }

  /** The picture that a person should see first. */
  begin(): void {
    const first = this.view.worst[0] ?? this.view.pictures[0];
    if (first) this.show(first);
    else this.showVideo(false);
  }

  keys(list: () => void): KeyRow[] {
    return [
      ...wipeKeys(this.wipe),
      { show: texts.keyNames.space, words: texts.player.keys.play, press: { ' ': () => this.showVideo(true) } },
      { show: ', .', words: texts.player.keys.step, press: { ',': () => this.wipe.step(-1), '.': () => this.wipe.step(1) } },
      { show: '[ ]', words: texts.report.keys.picture, press: { '[': () => this.turn(-1), ']': () => this.turn(1) } },
      { show: '?', words: texts.shell.thisList, press: { '?': list } },
    ];
  }

  render(): HTMLElement {
    const { data, pictures } = this.view;
    const share = new KxShare();
    share.shares = data.shares;
    this.strip.setAttribute('layout', 'strip');
    this.strip.setAttribute('aria-label', texts.report.strip);
    this.strip.rate = data.rate;
    this.strip.pictures = pictures;
    const [width, height] = data.source;
    const aspect = (data.pictureSize[0] || width) / (data.pictureSize[1] || height);
    this.wipe.source = data.source;
    const shown = pictures.length > 0 || data.video !== undefined;
    return h('div', { class: shown ? 'hero' : 'hero bare', style: `--aspect:${aspect}` },
      shown ? h('div', { class: 'view' }, this.wipe, h('div', { class: 'strip' }, data.video ? this.film : null, this.strip)) : null,
      h('div', { class: 'facts' },
        h('h1', {}, this.page.title),
        h('p', { class: 'soft' }, h('span', { class: 'time' }, timecode(data.frames, data.rate)), ` · ${texts.report.frames(data.frames)} · ${width}×${height} · ${texts.rate(data.rate[0] / data.rate[1])}`),
        share, this.found(),
        data.notes.length > 0 && h('ul', { class: 'notes' }, ...data.notes.map(note => h('li', {}, note)))));
  }

  private found(): HTMLElement {
    const groups = this.page.sections.flatMap(section => section.blocks).flatMap<Group>(block => (block.type === 'proposals' ? block.groups : []));
    const kinds = [...new Set(groups.map(group => group.kind))].map(kind => {
      const own = groups.filter(group => group.kind === kind);
      return { kind, all: own.reduce((sum, group) => sum + group.count, 0), wait: own.reduce((sum, group) => sum + group.wait, 0) };
    });
    const waiting = kinds.reduce((sum, kind) => sum + kind.wait, 0);
    const rows = kinds.sort((a, b) => b.all - a.all).map(({ kind, all, wait }) => h('li', {}, h('button', {
      type: 'button', style: `--kind:${kindColour(kind)}`, onclick: () => this.choose(kind),
    }, h('span', { class: 'kind' }, kindWords(kind)), h('span', { class: 'wait' }, wait ? texts.report.waiting(wait) : ''), h('b', {}, texts.count(all)))));
    return h('div', { class: 'summary' }, h('h2', {}, texts.report.found), h('ul', {}, ...rows),
      waiting > 0 && h('a', { class: 'primary', href: '#decisions' }, texts.finding.toDecide(waiting)));
  }

  private at(frame: number, picture: Picture | null): void {
    this.frame = frame;
    this.view.shows(frame, picture);
  }

  private show(picture: Picture, box?: Box): void {
    const { data } = this.view;
    const shot = this.view.shotAt(picture.frame);
    this.wipe.printed = this.view.printedAt(picture.frame);
    this.wipe.showPicture(picture, data.pictureSize, [
      h('b', { class: 'time' }, timecode(picture.frame, data.rate)), ` ${texts.report.frame(picture.frame)}`,
      shot ? ` · ${texts.report.shot(shot.index)}` : '', picture.words ? ` · ${picture.words}` : '']);
    if (box) {
      this.wipe.lookAt(box);
      this.wipe.findings = true;
    }
    this.strip.current = picture.frame;
    this.film.setAttribute('aria-current', 'false');
    this.at(picture.frame, picture);
  }

  private showVideo(play: boolean): void {
    const { video, rate } = this.view.data;
    if (!video) return;
    if (!this.wipe.showsVideo) {
      this.strip.current = null;
      this.film.setAttribute('aria-current', 'true');
      const first = video.excerpts[0]?.[0] ?? 0;
      this.wipe.showVideo(video, rate, this.view.pictures.find(picture => picture.frame === first));
    }
    if (play) this.wipe.toggle();
  }

  /** Shows the frame itself where the video or a picture has it, else the nearest picture. */
  private showFrame(frame: number): void {
    const near = this.view.pictures.reduce<Picture | null>((best, one) => !best || Math.abs(one.frame - frame) < Math.abs(best.frame - frame) ? one : best, null);
    const inVideo = this.view.data.video?.excerpts.some(([first, length]) => frame >= first && frame < first + length);
    if (inVideo && near?.frame !== frame) {
      if (!this.wipe.showsVideo) this.showVideo(false);
      this.wipe.seek(frame);
    } else if (near) {
      this.show(near);
      this.at(frame, near);
    }
  }

  /** The picture before or after the one that is shown. */
  private turn(by: number): void {
    const { pictures } = this.view;
    const at = pictures.findIndex(picture => picture.frame >= this.frame);
    const exact = pictures[at]?.frame === this.frame;
    const next = pictures[at < 0 ? pictures.length - (by < 0 ? 1 : 0) : by > 0 && !exact ? at : at + by];
    if (next) this.show(next);
  }
}
