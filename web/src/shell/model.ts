/** What the studio's API answers; docs/reference has the same in full. */
import type { Kind } from '../elements/dom.ts';
import type { Plot, Share, Shot, Verdict } from '../elements/types.ts';

/** What can be worked on. */
export interface Engine { name: string; verbs: { id: string; title: string; writesOutput: boolean }[]; kinds: Kind[] }

export type Rate = [number, number];

export interface Studio { name: string; folder: string; person: string; personKnown: boolean; version: string; cores: number }

export interface Pending { decisions: number; wishes: number; plan: boolean }

export interface FilmCard {
  id: string;
  name: string;
  state: 'new' | 'analysed' | 'restored' | 'missing';
  frames?: number;
  width?: number;
  height?: number;
  rate?: Rate;
  waiting: number;
  pending: Pending;
  job?: Job;
  poster?: string;
}

export interface Film extends FilmCard {
  /** Absent where the state is `missing`: pages look at that first. */
  source: { file: string; frames: number; width: number; height: number; rate: Rate; codec: string; depth: number; pixelFormat: string; sampleAspect?: Rate };
  output?: { file: string; made: string; range?: string };
  shots: Shot[];
  shares?: Share[];
  person: string;
  report?: string;
  /** Shows the restored film to others. */
  page?: string;
  notes: string[];
}

export interface Progress { step: string; part?: string; done: number; total: number; unit: string; rate: number; timeLeft?: number }

/** A work of any engine. */
export interface WorkCard { id: string; name: string; engine: string; view?: string; waiting: number; hasOutput: boolean; stale: { made: string; part?: string; because: string; reason?: string }[]; job?: Job }

export type JobState = 'waiting' | 'asking' | 'running' | 'pausing' | 'paused' | 'done' | 'failed' | 'cancelled';

export interface Job {
  id: string;
  name: string;
  engine: string;
  /** The verb for people. */
  title: string;
  request: { work: string; verb: string };
  state: JobState;
  made: string;
  began?: string;
  ended?: string;
  progress?: Progress;
  fault?: { code: string; message: string; remedy: string };
  outcome?: string;
  /** What a person is asked before it may run. */
  asks?: string;
}

/** What a list lacks, since it cannot be read. */
export interface LeftOut { name: string; why: string }

export interface Area { x: number; y: number; width: number; height: number }

/** Run lengths in row order: samples out, in, out, …; none means the whole box. */
export interface RegionMask { box: Area; runs: number[] }

export interface Evidence { what: string; value?: number; threshold?: number; uri?: string }

/** What was decided about a proposal. */
export interface Ruling { verdict: Verdict; by: string; reason?: string }

export interface ProposalItem {
  id: string;
  kind: string;
  part: string;
  /** Of a film. */
  frames: string;
  box?: Area;
  /** Of a text. */
  element?: string;
  lines?: string;
  quote?: string;
  before?: string;
  after?: string;
  /** Its exact shape, where the proposals of one frame were asked for. */
  region?: RegionMask;
  /** Its place for a person. */
  where: string;
  summary: string;
  confidence: number;
  source: { name: string; version: string; isPerson: boolean };
  evidence: Evidence[];
  change?: Record<string, unknown>;
  /** What the change does, for a person. */
  says?: string;
  /** What the next render does. */
  now: Ruling;
  /** What the last render did; absent where none has seen it. */
  rendered?: Ruling;
  /** The question that it stands for, where there are more of the same. */
  asks?: Asks;
}

/** What a person is asked once: many findings of one thing. */
export interface Asks { id: string; found: number; waiting: number; where: string }

export interface ReviewGroup {
  name: string;
  part: string;
  kind: string;
  source: string;
  isPerson: boolean;
  found: number;
  applied: number;
  waiting: number;
  /** How many questions those that wait are. */
  asked: number;
  rejected: number;
  confidence: number;
  example: string;
}

/** A decision that fits nothing any more; it is kept, and counts again when something fits. */
export interface Unmatched { kind: string; where: string; verdict: Verdict; by: string; reason?: string; state: 'found' | 'moved' | 'ambiguous' | 'gone' }

/** A work's document: its parts, and the words of a text. */
export interface WorkDocument { view: string; parts: { number: number; id: string; title: string; first: number; last: number }[]; text?: { name: string; firstLine: number; text: string }[] }

export interface ReviewGroups { groups: ReviewGroup[]; unmatched: Unmatched[] }

export interface StageOption {
  name: string;
  type: 'number' | 'whole number' | 'on or off' | 'choice';
  default: number | boolean | string;
  min?: number;
  max?: number;
  values?: string[];
  description: string;
}

export interface Stage { id: string; title: string; summary: string; version: number; medium: string; kinds: string[]; onByDefault: boolean; options: StageOption[] }

export type OptionValue = number | boolean | string;

export interface PlanStage { id: string; on: boolean; options: Record<string, OptionValue> }

export interface Plan { quality: 'fast' | 'balanced' | 'best'; stages: PlanStage[] }

export interface Plots { plots: Plot[]; stretch: number }

export interface PolicyRule { kind: string; minConfidence: number; verdict: Verdict; reason?: string }

/** `isOffered`: the rules are those that Kinolux offers by this name, unchanged. */
export interface Policy { name: string; rules: PolicyRule[]; isOffered: boolean }

export interface HistoryEntry { at: string; by: string; words: string; verdict?: Verdict; kind?: string; place?: string; reason?: string; undone: boolean }
