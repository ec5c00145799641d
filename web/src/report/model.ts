import type { Kind } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';

/** What Kinolux.Report writes into a page: what it is about, and its sections in the order in which they stand. */
export interface ReportData {
  title: string;
  made: string;
  /** The file name of what was made. */
  subject: string;
  reviewPath: string;
  person: string;
  kinds: Kind[];
  /** What elements of several sections share, by name. */
  shared: Record<string, unknown>;
  sections: Section[];
}

export interface Section {
  id: string;
  /** Empty for what opens the page. */
  title: string;
  short: string;
  blocks: Block[];
}

export type Block =
  | { type: 'words'; paragraphs: string[] }
  | { type: 'table'; columns?: string[]; rows: string[][]; fold?: string }
  | { type: 'listing'; text: string; fold: string }
  | { type: 'file'; name: string; words: string }
  | { type: 'picture'; name: string; words: string; opens: string }
  | ProposalsModel
  | { type: 'element'; element: string; data?: unknown };

export interface ProposalsModel {
  type: 'proposals';
  everywhere: PlaceScope;
  parts: Part[];
  groups: Group[];
}

/** Where on the document's axis something is, and its place as a decision is written with it. */
export interface PlaceScope {
  first: number;
  last: number;
  place: Record<string, unknown>;
}

export interface Part {
  number: number;
  title: string;
  /** Absent where no place is all of it. */
  scope?: PlaceScope;
}

export interface Group {
  /** The part's number; 0 outside every part. */
  part: number;
  kind: string;
  count: number;
  accept: number;
  edit: number;
  reject: number;
  wait: number;
}

export interface Proposal {
  id: string;
  scope: PlaceScope;
  /** Its place for a person: "frames 12-40". */
  where: string;
  summary: string;
  confidence: number;
  source: string;
  evidence: { what: string; value?: number; threshold?: number }[];
  verdict: Verdict;
  by: string;
  reason?: string;
}

/** A part's proposals by kind, the most doubtful first. */
export type ProposalLists = Record<string, Proposal[]>;
