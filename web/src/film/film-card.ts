import { button, h, icons, timecode } from '../elements/dom.ts';
import { meter } from '../shell/meter.ts';
import type { FilmCard } from '../shell/model.ts';
import type { Upload } from './uploads.ts';
import { isOpen, share } from '../shell/job.ts';
import { isPending } from './pending.ts';
import { addressOf } from '../shell/places.ts';
import { texts } from '../texts/texts.ts';

export function filmCard(film: FilmCard): HTMLElement {
  const job = film.job && isOpen(film.job) ? film.job : null;
  const facts = film.frames && film.rate
    ? [h('span', { class: 'time' }, timecode(film.frames, film.rate)), `${film.width}×${film.height}`, texts.rate(film.rate[0] / film.rate[1])] : [];
  const poster = film.poster ? h('img', { src: film.poster, alt: '', loading: 'lazy' }) : null;
  if (poster) poster.onerror = () => poster.remove();
  return h('li', { class: 'film-card', 'data-film': film.id },
    h('a', { class: 'poster', href: `/films/${film.id}`, tabindex: -1, 'aria-hidden': 'true' }, poster),
    h('div', { class: 'about' },
      h('h2', {}, h('a', { href: `/films/${film.id}` }, film.name)),
      h('p', { class: 'soft facts-line' }, ...facts.map(fact => h('span', {}, fact))),
      h('div', { class: 'state' },
        job ? h('div', { class: 'running' }, meter(share(job.progress), texts.jobs.progressOf(film.name)), h('span', { class: 'soft' }, job.progress ? texts.jobs.howFar(job.progress) : texts.jobs.states[job.state]))
          : h('p', {}, h('span', { class: `dot ${film.state}` }), texts.films.states[film.state], isPending(film.pending) && film.state === 'restored' ? h('span', { class: 'soft' }, ` · ${texts.films.toRender(film.pending)}`) : null),
        film.waiting > 0 ? h('a', { class: 'waiting', href: `/films/${film.id}/review` }, texts.finding.toDecide(film.waiting)) : null)));
}

export function uploadCard(upload: Upload, drop: () => void): HTMLElement {
  const { became } = upload;
  if (became)
    return h('li', { class: 'film-card upload became' },
      h('div', { class: 'about' }, h('h2', {}, upload.file.name),
        h('p', {}, texts.upload.became(became.file), became.losses.length > 0 ? h('span', { class: 'soft' }, ` ${texts.script.losses(became.losses)}`) : null),
        h('div', { class: 'state' }, h('a', { href: addressOf('script' as const, became.id) }, texts.upload.open), button(texts.acts.close, null, drop))));
  const words = {
    sending: texts.upload.sending(upload.offset, upload.file.size),
    waiting: texts.upload.waiting(upload.offset),
    failed: '', done: '', ended: '',
  }[upload.state];
  return h('li', { class: 'film-card upload' },
    h('div', { class: 'poster' }),
    h('div', { class: 'about' },
      h('h2', {}, upload.file.name),
      upload.fault ? h('p', { class: 'bad' }, `${upload.fault.message} ${upload.fault.remedy}`) : h('p', { class: 'soft' }, words),
      h('div', { class: 'state' }, meter(upload.offset / upload.file.size, texts.upload.of(upload.file.name)),
        upload.state === 'failed' ? button(texts.acts.tryAgain, null, () => upload.again()) : null,
        button(upload.state === 'failed' ? texts.upload.remove : texts.upload.stop(upload.file.name), icons.reject, () => {
          void upload.end();
          drop();
        }, { 'data-bare': '', class: 'bare' }))));
}

export const filmsWords = (films: FilmCard[]): string =>
  [texts.films.number(films.length), films.some(film => film.waiting) ? texts.films.toDecide(films.reduce((sum, film) => sum + film.waiting, 0)) : ''].filter(Boolean).join(' · ');
