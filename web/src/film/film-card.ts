import { button, count, h, icons, timecode } from '../elements/dom.ts';
import { meter } from '../shell/meter.ts';
import type { FilmCard } from '../shell/model.ts';
import type { Upload } from './uploads.ts';
import { isOpen, isPending, jobStates, pendingWords, plural, progressWords, share, size, states } from '../shell/words.ts';

export function filmCard(film: FilmCard): HTMLElement {
  const job = film.job && isOpen(film.job) ? film.job : null;
  const facts = film.frames && film.rate
    ? [h('span', { class: 'time' }, timecode(film.frames, film.rate)), `${film.width}×${film.height}`, `${Number((film.rate[0] / film.rate[1]).toFixed(3))} fps`] : [];
  const poster = film.poster ? h('img', { src: film.poster, alt: '', loading: 'lazy' }) : null;
  if (poster) poster.onerror = () => poster.remove();
  return h('li', { class: 'film-card', 'data-film': film.id },
    h('a', { class: 'poster', href: `/films/${film.id}`, tabindex: -1, 'aria-hidden': 'true' }, poster),
    h('div', { class: 'about' },
      h('h2', {}, h('a', { href: `/films/${film.id}` }, film.name)),
      h('p', { class: 'soft facts-line' }, ...facts.map(fact => h('span', {}, fact))),
      h('div', { class: 'state' },
        job ? h('div', { class: 'running' }, meter(share(job.progress), `Progress of ${film.name}`), h('span', { class: 'soft' }, progressWords(job.progress) || jobStates[job.state]))
          : h('p', {}, h('span', { class: `dot ${film.state}` }), states[film.state], isPending(film.pending) && film.state === 'restored' ? h('span', { class: 'soft' }, ` · ${pendingWords(film.pending)} to render`) : null),
        film.waiting > 0 ? h('a', { class: 'waiting', href: `/films/${film.id}/review` }, `${count(film.waiting)} to decide`) : null)));
}

export function uploadCard(upload: Upload, drop: () => void): HTMLElement {
  const words = {
    sending: `${size(upload.offset)} of ${size(upload.file.size)}`,
    waiting: `Waiting for the studio; ${size(upload.offset)} are there`,
    failed: '', done: 'Added', ended: 'Ended',
  }[upload.state];
  return h('li', { class: 'film-card upload' },
    h('div', { class: 'poster' }),
    h('div', { class: 'about' },
      h('h2', {}, upload.file.name),
      upload.fault ? h('p', { class: 'bad' }, `${upload.fault.message} ${upload.fault.remedy}`) : h('p', { class: 'soft' }, words),
      h('div', { class: 'state' }, meter(upload.offset / upload.file.size, `Upload of ${upload.file.name}`),
        upload.state === 'failed' ? button('Try again', null, () => upload.again()) : null,
        button(upload.state === 'failed' ? 'Remove' : `Stop adding ${upload.file.name}`, icons.reject, () => {
          void upload.end();
          drop();
        }, { 'data-bare': '', class: 'bare' }))));
}

export const filmsWords = (films: FilmCard[]): string =>
  [plural(films.length, 'film'), films.some(film => film.waiting) ? `${count(films.reduce((sum, film) => sum + film.waiting, 0))} findings to decide` : ''].filter(Boolean).join(' · ');
