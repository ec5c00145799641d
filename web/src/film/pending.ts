import type { Pending } from '../shell/model.ts';

export const isPending = (pending?: Pending): boolean => Boolean(pending && (pending.decisions || pending.wishes || pending.plan));
