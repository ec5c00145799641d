import type { Verdict } from '../elements/types.ts';
import type { PlaceScope } from './model.ts';

/** What a decision is about: a kind everywhere, a kind in one part, or one proposal. */
export interface Scope extends PlaceScope {
  kind: string;
  proposal?: string | undefined;
}

export interface Entry extends Scope {
  verdict: Verdict;
  reason: string;
  at: string;
}

const keyOf = (scope: Scope): string => `${scope.kind}|${scope.first}-${scope.last}|${scope.proposal ?? ''}`;

const covers = (entry: Scope, scope: Scope): boolean =>
  !entry.proposal && entry.kind === scope.kind && entry.first <= scope.first && entry.last >= scope.last;

const breadth = (entry: Scope): number => (entry.proposal ? -1 : entry.last - entry.first);

/** The decisions that a person made on a page and has yet to hand to `kinolux review`. Kept in the browser until they are dropped. */
export class Ledger extends EventTarget {
  private readonly entries = new Map<string, Entry>();

  /** @param place under which the browser keeps them; another report has another place. */
  constructor(private readonly place: string) {
    super();
    try {
      for (const entry of JSON.parse(localStorage.getItem(place) ?? '[]') as Entry[]) this.entries.set(keyOf(entry), entry);
    } catch {
      // A browser that keeps nothing for pages from disk: decisions then live as long as the page.
    }
  }

  get size(): number { return this.entries.size; }

  /** The decision made for just this scope. */
  get(scope: Scope): Entry | undefined { return this.entries.get(keyOf(scope)); }

  /** The decision that holds for a scope: its own, else the narrowest that covers it. */
  holds(scope: Scope): Entry | undefined {
    return this.get(scope) ?? [...this.entries.values()].filter(entry => covers(entry, scope)).sort((a, b) => breadth(a) - breadth(b))[0];
  }

  decide(scope: Scope, verdict: Verdict, reason = this.get(scope)?.reason ?? ''): void {
    this.entries.set(keyOf(scope), { ...scope, verdict, reason, at: new Date().toISOString() });
    this.changed();
  }

  drop(scope: Scope): void {
    this.entries.delete(keyOf(scope));
    this.changed();
  }

  clear(): void {
    this.entries.clear();
    this.changed();
  }

  /** The file for `kinolux review --policy`. Wide decisions come first, since of those that match the last counts. */
  file(by: string): string {
    const decisions = [...this.entries.values()].sort((a, b) => breadth(b) - breadth(a)).map(entry => ({
      kind: entry.kind,
      ...entry.place,
      verdict: entry.verdict,
      by,
      at: entry.at,
      ...(entry.reason ? { reason: entry.reason } : {}),
      ...(entry.proposal ? { proposal: entry.proposal } : {}),
    }));
    return JSON.stringify({ decisions }, null, 2) + '\n';
  }

  private changed(): void {
    try {
      localStorage.setItem(this.place, JSON.stringify([...this.entries.values()]));
    } catch {
      // As above.
    }
    this.dispatchEvent(new Event('change'));
  }
}
