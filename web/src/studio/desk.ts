import type { Verdict } from '../types.ts';
import { filmPath, send } from './api.ts';
import type { Area, RegionMask, ReviewGroup } from './model.ts';

export interface Edit { change?: Record<string, unknown>; mask?: RegionMask }

export interface Wish extends Edit { kind: string; frames: string; region?: RegionMask; box?: Area; summary?: string }

interface Answer { groups: ReviewGroup[] }

/** Where a person's decisions go. What it resolves to is on the disk; one decision is sent after the other, so that undo takes the last. */
export class Desk {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly film: string, private readonly told: (groups: ReviewGroup[]) => void) {}

  decide(names: string[], verdict: Verdict, reason?: string, edit: Edit = {}): Promise<void> {
    return this.inTurn(async () => {
      this.told((await send<Answer>('POST', filmPath(this.film, '/decisions'), { names, verdict, ...(reason ? { reason } : {}), ...edit })).groups);
    });
  }

  /** Takes the last decision back; the names it was about, or null where there was none. */
  undo(): Promise<string[] | null> {
    return this.inTurn(async () => {
      const answer = await send<Answer & { undone: string | null; names?: string[] }>('DELETE', filmPath(this.film, '/decisions/last'));
      this.told(answer.groups);
      return answer.undone === null || answer.undone === undefined ? null : answer.names ?? [];
    });
  }

  wish(wish: Wish): Promise<string> {
    return this.inTurn(async () => (await send<{ id: string }>('POST', filmPath(this.film, '/wishes'), wish)).id);
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.last.then(act, act);
    this.last = next.catch(() => undefined);
    return next;
  }
}
