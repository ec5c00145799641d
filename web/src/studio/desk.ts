import type { Verdict } from '../types.ts';
import { filmPath, get, send } from './api.ts';
import type { Area, Policy, PolicyRule, RegionMask, ReviewGroup } from './model.ts';

export interface Edit { change?: Record<string, unknown>; mask?: RegionMask }

export interface Wish extends Edit { kind: string; frames: string; region?: RegionMask; box?: Area; summary?: string }

interface Answer { groups: ReviewGroup[] }

/**
 * Where a person's decisions go. What resolves is on the disk. One is sent after the other, so that undo takes the last:
 * a decision, a mark or a threshold, whichever came last on this page; before those the last decision there is.
 */
export class Desk {
  private last: Promise<unknown> = Promise.resolve();
  private readonly done: (() => Promise<string[] | null>)[] = [];

  constructor(private readonly film: string, private readonly told: (groups: ReviewGroup[]) => void) {}

  decide(names: string[], verdict: Verdict, reason?: string, edit: Edit = {}): Promise<void> {
    return this.inTurn(async () => {
      const answer = await send<Answer>('POST', filmPath(this.film, '/decisions'), { names, verdict, ...(reason ? { reason } : {}), ...edit });
      this.done.push(() => this.withdraw());
      this.told(answer.groups);
    });
  }

  wish(wish: Wish): Promise<void> {
    return this.inTurn(async () => {
      const { id } = await send<{ id: string }>('POST', filmPath(this.film, '/wishes'), wish);
      this.done.push(async () => {
        await send('DELETE', filmPath(this.film, `/wishes/${encodeURIComponent(id)}`));
        return [id];
      });
    });
  }

  /** Changes the rules that decide where nobody did. */
  rule(change: (rules: PolicyRule[]) => PolicyRule[]): Promise<void> {
    return this.inTurn(async () => {
      const before = await get<Policy>(filmPath(this.film, '/policy'));
      const put = (rules: PolicyRule[]): Promise<Policy> => send('PUT', filmPath(this.film, '/policy'), { name: before.name, rules });
      await put(change(before.rules));
      this.done.push(async () => {
        await put(before.rules);
        return [];
      });
    });
  }

  /** Takes back what was done last; the names it was about, or null where there was nothing. */
  undo(): Promise<string[] | null> {
    return this.inTurn(async () => {
      const back = this.done.at(-1) ?? (() => this.withdraw());
      const names = await back();
      this.done.pop();
      return names;
    });
  }

  private async withdraw(): Promise<string[] | null> {
    const answer = await send<Answer & { undone?: string; names: string[] }>('DELETE', filmPath(this.film, '/decisions/last'));
    this.told(answer.groups);
    return answer.undone === undefined || answer.undone === null ? null : answer.names;
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.last.then(act, act);
    this.last = next.catch(() => undefined);
    return next;
  }
}
