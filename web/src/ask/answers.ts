import type { Kind } from '../elements/dom.ts';

/** A region of a proposal from one frame on: the samples that its runs claim in its box, or the whole box. */
interface Region { frame: number; box: { x: number; y: number; width: number; height: number }; runs: number[] }

/** Words are numbers in `words`; frames count from the stretch's first. */
interface Proposal { kind: string; applies: boolean; frames: [number, number]; lines: number[]; regions?: Region[]; rim: number; repairs: (number | null)[] }

export type Origin = 'untouched' | 'moved' | 'repaired' | 'generated';

export interface AskData {
  title: string;
  made: string;
  rate: [number, number];
  size: [number, number];
  rotation: number;
  first: number;
  count: number;
  video: { width: number; height: number };
  kinds: Kind[];
  answers: {
    names: Record<Origin, string>;
    origins: Origin[];
    whole: number[];
    outside: string;
    printed: { first: number; last: number; rows?: [number, number][] }[];
    proposals: Proposal[];
    words: string[];
  };
}

export interface Answer { origin: Origin; name: string; words: string; remark: string | null; reasons: { kind: string; applies: boolean; lines: string[] }[] }

/** Why the film looks as it does at any place of it, as `kinolux why` answers. */
export class Answers {
  private readonly byFrame: Proposal[][];

  constructor(private readonly data: AskData) {
    this.byFrame = Array.from({ length: data.count }, () => []);
    for (const proposal of data.answers.proposals)
      for (let frame = proposal.frames[0]; frame <= proposal.frames[1]; frame++) this.byFrame[frame]?.push(proposal);
  }

  /** @param frame counts from the stretch's first. */
  at(frame: number, x: number, y: number): Answer {
    const { names, words, whole, origins, outside } = this.data.answers;
    const there = this.byFrame[frame] ?? [];
    const said = (number: number): string => words[number] ?? '';
    const made = origins[frame] ?? 'untouched';
    const repair = made === 'generated' ? undefined : there.find(proposal => proposal.applies && repairOf(proposal, frame) !== null && proposal.regions && holds(proposal, frame, x, y, proposal.rim));
    const reasons = there.filter(proposal => proposal === repair || holds(proposal, frame, x, y, 0));
    const origin: Origin = repair ? 'repaired' : made;
    return {
      origin,
      name: names[origin],
      words: said((repair ? repairOf(repair, frame) : whole[frame]) ?? -1),
      remark: this.isOutside(frame, x, y) ? outside : null,
      reasons: [...reasons.filter(one => one.applies), ...reasons.filter(one => !one.applies)].map(one => ({ kind: one.kind, applies: one.applies, lines: one.lines.map(said) })),
    };
  }

  /** What was repaired in a frame, as boxes. */
  repairs(frame: number): { kind: string; box: [number, number, number, number] }[] {
    return (this.byFrame[frame] ?? []).filter(proposal => proposal.applies && repairOf(proposal, frame) !== null).flatMap(proposal => {
      const region = regionAt(proposal, frame);
      return region ? [{ kind: proposal.kind, box: [region.box.x, region.box.y, region.box.width, region.box.height] as [number, number, number, number] }] : [];
    });
  }

  originOf(frame: number): Origin { return this.data.answers.origins[frame] ?? 'untouched'; }

  private isOutside(frame: number, x: number, y: number): boolean {
    const rows = this.data.answers.printed.find(shot => frame >= shot.first && frame <= shot.last)?.rows;
    if (!rows) return false;
    const [first, end] = rows[y] ?? [0, 0];
    return x < first || x >= end;
  }
}

const repairOf = (proposal: Proposal, frame: number): number | null => proposal.repairs[frame - proposal.frames[0]] ?? null;

function regionAt(proposal: Proposal, frame: number): Region | undefined {
  const { regions } = proposal;
  return regions?.findLast(region => region.frame <= frame) ?? regions?.[0];
}

// Whether a place is claimed, or within `rim` samples of what is.
function holds(proposal: Proposal, frame: number, x: number, y: number, rim: number): boolean {
  if (!proposal.regions) return true;
  const region = regionAt(proposal, frame);
  if (!region) return true;
  const { box, runs } = region;
  if (x < box.x - rim || x >= box.x + box.width + rim || y < box.y - rim || y >= box.y + box.height + rim) return false;
  if (runs.length === 0) return true;
  let position = 0;
  for (let i = 0; i < runs.length; i++) {
    const end = position + (runs[i] ?? 0);
    if (i % 2 === 1)
      for (let at = position; at < end;) {
        const row = Math.floor(at / box.width);
        const stop = Math.min(end, (row + 1) * box.width);
        if (Math.abs(box.y + row - y) <= rim && x >= box.x + at - row * box.width - rim && x < box.x + stop - row * box.width + rim) return true;
        at = stop;
      }
    position = end;
  }
  return false;
}
