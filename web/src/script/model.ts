/** What the studio answers about scripts; docs/reference has the same in full. */
import type { Job } from '../shell/model.ts';
import type { RingData } from '../storyprint/ring.ts';

/** A scene; its line counts from 0. `inside` is absent where its heading does not say, or both. */
export interface Scene { number: string; heading: string; line: number; page: number; eighths: number; inside?: boolean; time: '' | 'day' | 'night' | 'between' }

/** What the reader makes of a text: a letter for each line, numbers by threes for what looks otherwise, the first character of each page. */
export interface Reading { lines: string; marks: number[]; scenes: Scene[]; pages: number[] }

/** What Fountain cannot hold of a script that was written otherwise; its line counts from 0. */
export interface Loss { kind: string; count: number; line: number }

export interface OpenScript {
  id: string;
  name: string;
  file: string;
  format: 'fountain' | 'final-draft';
  encoding?: string;
  isChecked: boolean;
  text: string;
  reading: Reading;
  losses: Loss[];
}

export interface ScriptCard { id: string; name: string; file: string; isMissing: boolean; title?: string; author?: string; scenes?: number; pages?: number; waiting?: number; job?: Job }

/** A script with the tag of the state of its file. */
export interface Opened { script: OpenScript; tag: string }

export interface StoryTurn { name: string; at: number; from: number; to: number; heading: string; line: number }

export interface StoryPerson { name: string; names: string[]; line: number; speeches: number; words: number; scenes: number; prominence: number; emotion?: number; isWoman?: boolean }

export interface StoryTalk { first: string; second: string; scene: string; line: number; speeches: number; names: string[]; hasHe: boolean }

export interface Lead { name: string; confidence: number; why: string }

/** What a script tells, as it is saved; its pictures are SVG. */
export interface Story {
  picture: string;
  print: RingData;
  network?: string;
  notDrawn: number;
  arc?: string;
  arcWords: string;
  turns: StoryTurn[];
  protagonist?: Lead;
  antagonist?: Lead;
  people: StoryPerson[];
  bechdel: { answer: 'passes' | 'fails' | 'depends' | 'asked'; why: string; notSaid: number; talks: StoryTalk[]; how: string };
}
