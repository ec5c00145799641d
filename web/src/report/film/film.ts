import type { Box, Picture, PrintedFrame, Share, Shot, StackedVideo } from '../../elements/types.ts';

/** A film's frames, pictures and shots, shared by the elements of its report. */
export interface FilmData {
  frames: number;
  /** Frames per second as a ratio. */
  rate: [number, number];
  /** Width and height in samples, as stored. */
  source: [number, number];
  shots: Shot[];
  shares: Share[];
  notes: string[];
  pictures: Picture[];
  pictureSize: [number, number];
  video?: StackedVideo;
}

/** What is looked at: elements ask it to show, and hear what is shown. */
export class FilmView extends EventTarget {
  readonly pictures: Picture[];
  readonly worst: Picture[];

  constructor(readonly data: FilmData) {
    super();
    this.pictures = [...data.pictures].sort((a, b) => a.frame - b.frame);
    this.worst = data.pictures.filter(picture => picture.badness > 0).sort((a, b) => b.badness - a.badness);
  }

  shotAt(frame: number): Shot | undefined { return this.data.shots.find(shot => frame >= shot.first && frame <= shot.last); }

  printedAt(frame: number): PrintedFrame | null { return this.shotAt(frame)?.printed ?? null; }

  /** Asks for a frame, of which there may be a picture only nearby. */
  ask(frame: number): void { this.dispatchEvent(new CustomEvent('ask', { detail: { frame } })); }

  /** Asks for a picture, and for a place in it. */
  askPicture(picture: Picture, box?: Box): void { this.dispatchEvent(new CustomEvent('ask-picture', { detail: { picture, box } })); }

  /** Says what is shown now. */
  shows(frame: number, picture: Picture | null): void { this.dispatchEvent(new CustomEvent('shows', { detail: { frame, picture } })); }

  /** Hears of every frame that is shown, with its picture where one is. */
  follow(see: (frame: number, picture: Picture | null) => void): void {
    this.addEventListener('shows', event => {
      const { frame, picture } = (event as CustomEvent<{ frame: number; picture: Picture | null }>).detail;
      see(frame, picture);
    });
  }
}
