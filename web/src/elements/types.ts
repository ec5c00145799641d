import type { Kind } from './dom.ts';

/** What a page knows of a restoration: the data that Kinolux.Report writes, and what the studio's API will serve. */

export type Verdict = 'wait' | 'accept' | 'edit' | 'reject';

/** Left, top, width, height in samples of the film. */
export type Box = readonly [number, number, number, number];

export interface Film {
  file: string;
  frames: number;
  width: number;
  height: number;
  format: string;
  hash: string;
}

export interface Shot {
  index: number;
  first: number;
  last: number;
  kind: string;
  in: string;
  /** The part of the screen that shows the picture; absent where it is all of it. */
  printed?: PrintedFrame;
}

export interface PrintedFrame { x: number; y: number; width: number; height: number; corner: number }

export interface Share {
  original: number;
  repaired: number;
  generated: number;
}

export interface PlotLine {
  name: string;
  /** One value for each stretch of frames: the only one, or the least. */
  low: (number | null)[];
  high?: (number | null)[] | null;
}

export interface Plot {
  id: string;
  title: string;
  unit: string;
  style: 'line' | 'bars';
  lines: PlotLine[];
}

export interface Finding {
  kind: string;
  box: Box;
  verdict: Verdict;
}

export interface Picture {
  frame: number;
  before: string;
  after: string;
  smallBefore: string;
  smallAfter: string;
  words: string;
  badness: number;
  found: Finding[];
}

export interface StackedVideo {
  file: string;
  width: number;
  height: number;
  /** First frame and count of each stretch of the film that it shows. */
  excerpts: [number, number][];
}

export interface Group {
  shot: number;
  kind: string;
  count: number;
  accept: number;
  edit: number;
  reject: number;
  wait: number;
}

export interface Proposal {
  id: string;
  /** "12-40", or "12" for one frame. */
  frames: string;
  box?: Box;
  summary: string;
  confidence: number;
  source: string;
  evidence: { what: string; value?: number; threshold?: number }[];
  verdict: Verdict;
  by: string;
  reason?: string;
}

/** A shot's proposals by kind, the most doubtful first. */
export type ProposalLists = Record<string, Proposal[]>;

export interface ReportData {
  title: string;
  made: string;
  before: Film;
  after: Film;
  /** Frames per second as a ratio. */
  rate: [number, number];
  shots: Shot[];
  share: Share;
  plots: Plot[];
  /** Frames behind each value of a plot's line. */
  stretch: number;
  partFrames: number;
  pictures: Picture[];
  pictureSize: [number, number];
  video?: StackedVideo;
  groups: Group[];
  plan?: string;
  versions: { name: string; version: string }[];
  notes: string[];
  hashes?: string;
  reviewPath: string;
  person: string;
  kinds: Kind[];
}
