import type { KeyRow } from '../elements/keys.ts';
import type { Live } from './live.ts';
import type { Engine, Studio } from './model.ts';

/** What every page is given. */
export interface Context {
  studio: Studio;
  engines: Engine[];
  live: Live;
  /** Ends when the page is left. */
  signal: AbortSignal;
  go: (path: string) => void;
  /** Says something to a person, also to one who does not see it. */
  say: (words: string) => void;
  /** Names the page in the top bar: links to what is above it, and its tabs. */
  head: (head: Head) => void;
  keys: (rows: KeyRow[]) => void;
}

export interface Head {
  title: string;
  /** Links between the title and the right-hand side; the current one has no path. */
  tabs?: { words: string; path: string; current: boolean; count?: number }[];
}

export type Page = (context: Context, main: HTMLElement, ...parts: string[]) => void | Promise<void>;
