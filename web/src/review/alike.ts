import type { ProposalItem } from '../shell/model.ts';
import { readAll } from './proposals.ts';

// About as sure: within a tenth; more of them would not be like the one.
const near = 0.1 + 1e-9;

/** Which findings are like one: of its kind, in its part, about as sure. Read once for each kind and part. */
export class Alike {
  private readonly read = new Map<string, ProposalItem[]>();

  constructor(private readonly film: string, private readonly signal: AbortSignal, private readonly told: () => void) {}

  /** Null until they are read. */
  of(item: ProposalItem): ProposalItem[] | null {
    const key = `${item.part}:${item.kind}`;
    const known = this.read.get(key);
    if (known) return known.length === 0 ? null : known.filter(one => Math.abs(one.confidence - item.confidence) <= near);
    this.read.set(key, []);
    readAll(this.film, { part: item.part, kind: item.kind, state: 'all' }, this.signal).then(({ items }) => {
      this.read.set(key, items);
      this.told();
    }, () => this.read.delete(key));
    return null;
  }

  forget(): void { this.read.clear(); }
}
