import type { Job, Progress } from './model.ts';

export const isOpen = (job: Job): boolean => ['waiting', 'asking', 'running', 'pausing', 'paused'].includes(job.state);

/** How much of the whole is done; null where nobody knows. */
export const share = (progress?: Progress): number | null => (progress?.total ? Math.min(1, progress.done / progress.total) : null);
