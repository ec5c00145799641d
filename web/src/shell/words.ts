import { count } from '../elements/dom.ts';
import type { FilmCard, Job, Pending, Progress } from './model.ts';

export const plural = (number: number, one: string, many = `${one}s`): string => `${count(number)} ${number === 1 ? one : many}`;

export const states: Record<FilmCard['state'], string> = { new: 'Not analysed yet', analysed: 'Analysed', restored: 'Restored', missing: 'File is missing' };

export const jobStates: Record<Job['state'], string> = {
  waiting: 'Waits for its turn', asking: 'Waits for your word', running: 'Running', pausing: 'Pauses after this chunk', paused: 'Paused', done: 'Done', failed: 'Failed', cancelled: 'Cancelled',
};

export const isOpen = (job: Job): boolean => ['waiting', 'asking', 'running', 'pausing', 'paused'].includes(job.state);

/** 75 becomes "1:15". */
export function clock(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  return all >= 3600 ? `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}` : `${Math.floor(all / 60)}:${two(all % 60)}`;
}

export function size(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? [1e9, 'GB'] : [1e6, 'MB'];
  return `${(bytes / unit).toFixed(bytes >= 1e10 || unit === 1e6 ? 0 : 1)} ${name}`;
}

/** A moment as people say it: the time today, else the day. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return today ? at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }) : at.toLocaleDateString([], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export const share = (progress?: Progress): number | null => (progress?.total ? Math.min(1, progress.done / progress.total) : null);

/** "Restore · part 3 · 2.4 frames/s · 1:15 left". */
export function progressWords(progress?: Progress): string {
  if (!progress) return '';
  return [progress.step.charAt(0).toUpperCase() + progress.step.slice(1),
    progress.part === undefined ? '' : `part ${progress.part}`,
    progress.rate ? `${progress.rate.toFixed(1)} ${progress.unit}/s` : '',
    progress.timeLeft === undefined || progress.timeLeft < 1 ? '' : `${clock(progress.timeLeft)} left`].filter(Boolean).join(' · ');
}

export function pendingWords(pending: Pending): string {
  const parts = [pending.decisions ? plural(pending.decisions, 'decision') : '', pending.wishes ? plural(pending.wishes, 'mark') : '', pending.plan ? 'the plan' : ''].filter(Boolean);
  return parts.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

export const isPending = (pending?: Pending): boolean => Boolean(pending && (pending.decisions || pending.wishes || pending.plan));
