import type { Verdict } from '../elements/types.ts';
import { workPath, get, send } from '../shell/api.ts';
import { askName } from '../shell/ask-name.ts';
import type { Area, Policy, PolicyRule, RegionMask, ReviewGroup, Studio } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

export interface Edit { change?: Record<string, unknown>; mask?: RegionMask }

/** What the machine missed, with the fields of its place: frames of a film, or words in a text. */
export interface Wish extends Edit {
  kind: string; frames?: string; region?: RegionMask; box?: Area; element?: string; lines?: string; quote?: string; before?: string; after?: string; summary?: string;
}

interface Answer { groups: ReviewGroup[] }

/** Where a person's decisions, marks and thresholds go. What resolves is on the disk. One is sent after the other, so that undo takes the last, whatever it was and whenever it was made. */
export class ReviewClient {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly film: string, private readonly studio: Studio, private readonly told: (groups: ReviewGroup[]) => void) {}

  decide(names: string[], verdict: Verdict, reason?: string, edit: Edit = {}): Promise<void> {
    return this.inTurn(async () => {
      const answer = await send<Answer>('POST', workPath(this.film, '/decisions'), { names, verdict, ...(reason ? { reason } : {}), ...edit });
      this.told(answer.groups);
    });
  }

  wish(wish: Wish): Promise<void> {
    return this.inTurn(async () => {
      await this.named();
      await send('POST', workPath(this.film, '/wishes'), wish);
    });
  }

  /** Lets a policy that Kinolux offers decide where nobody did. */
  policy(name: string): Promise<Policy> {
    return this.inTurn(async () => {
      await this.named();
      return send<Policy>('PUT', workPath(this.film, '/policy'), { name });
    });
  }

  /** Changes the rules that decide where nobody did; from then on they are no longer those that the name promises. */
  rule(change: (rules: PolicyRule[]) => PolicyRule[]): Promise<void> {
    return this.inTurn(async () => {
      await this.named();
      const before = await get<Policy>(workPath(this.film, '/policy'));
      await send('PUT', workPath(this.film, '/policy'), { name: before.isOffered ? texts.policy.changed(before.name) : before.name, rules: change(before.rules) });
    });
  }

  /** Takes back what was said last; the names it was about, or null where there was nothing. */
  undo(): Promise<string[] | null> {
    return this.inTurn(async () => {
      const answer = await send<Answer & { undone?: string; names: string[] }>('DELETE', workPath(this.film, '/history/last'));
      this.told(answer.groups);
      return answer.undone === undefined || answer.undone === null ? null : answer.names;
    });
  }

  // Nothing is said by nobody.
  private async named(): Promise<void> {
    if (!(await askName(this.studio))) throw new DOMException('No name was given.', 'AbortError');
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.last.then(act, act);
    this.last = next.catch(() => undefined);
    return next;
  }
}
