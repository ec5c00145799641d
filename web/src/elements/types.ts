/** What pages show of a film, in a report as in the studio. */

export type Verdict = 'wait' | 'accept' | 'edit' | 'reject';

/** Left, top, width, height in samples of the film. */
export type Box = readonly [number, number, number, number];

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

/** One of the four that a restored film consists of, with its words. */
export interface Share {
  origin: string;
  name: string;
  means: string;
  share: number;
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
