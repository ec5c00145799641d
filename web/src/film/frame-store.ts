import { Fault, filmPath, request } from '../shell/api.ts';

export type Side = 'before' | 'after';

export interface Wanted { side: Side; frame: number; /** In pixels; 0 for the film's own. */ width: number }

interface Entry { bitmap: ImageBitmap | null; stop: AbortController; failed?: Fault }

const atOnce = 4;
const budget = 320e6;

const keyOf = (wanted: Wanted): string => `${wanted.side}/${wanted.frame}/${wanted.width}`;

/** Exact frames of a film as bitmaps. What is wanted is said as a list, most urgent first; fires `frame` as each arrives. */
export class FrameStore extends EventTarget {
  private readonly entries = new Map<string, Entry>();
  private queue: Wanted[] = [];
  private active = 0;
  private bytes = 0;

  /** @param version tells outputs of different runs apart. */
  constructor(private readonly film: string, private readonly version: string) { super(); }

  get(wanted: Wanted): ImageBitmap | null {
    const entry = this.entries.get(keyOf(wanted));
    return entry?.bitmap ?? null;
  }

  /** Why a frame cannot be had. */
  faultOf(wanted: Wanted): Fault | null { return this.entries.get(keyOf(wanted))?.failed ?? null; }

  want(list: Wanted[]): void {
    const keys = new Set(list.map(keyOf));
    for (const [key, entry] of this.entries)
      if (!entry.bitmap && !entry.failed && !keys.has(key)) entry.stop.abort();
    this.queue = list;
    this.pump();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    for (const [key, entry] of this.entries) if (entry.failed) this.entries.delete(key);
    this.pump();
  }

  close(): void {
    this.want([]);
    for (const entry of this.entries.values()) entry.bitmap?.close();
    this.entries.clear();
  }

  private pump(): void {
    for (const wanted of this.queue) {
      if (this.active >= atOnce) return;
      if (!this.entries.has(keyOf(wanted))) void this.load(wanted);
    }
  }

  private async load(wanted: Wanted): Promise<void> {
    const key = keyOf(wanted);
    const entry: Entry = { bitmap: null, stop: new AbortController() };
    this.entries.set(key, entry);
    this.active++;
    try {
      const size = wanted.width > 0 ? `&width=${wanted.width}` : '';
      const response = await request('GET', filmPath(this.film, `/frames/${wanted.frame}.png?side=${wanted.side}${size}&v=${this.version}`), null, {}, entry.stop.signal);
      entry.bitmap = await createImageBitmap(await response.blob());
      this.bytes += entry.bitmap.width * entry.bitmap.height * 4;
      this.evict();
    } catch (cause) {
      if (entry.stop.signal.aborted) this.entries.delete(key);
      else entry.failed = Fault.of(cause);
    }
    this.active--;
    this.dispatchEvent(new Event('frame'));
    this.pump();
  }

  // The longest unused go first; what is wanted now stays.
  private evict(): void {
    const kept = new Set(this.queue.map(keyOf));
    for (const [key, entry] of this.entries) {
      if (this.bytes <= budget) return;
      if (!entry.bitmap || kept.has(key)) continue;
      this.bytes -= entry.bitmap.width * entry.bitmap.height * 4;
      entry.bitmap.close();
      this.entries.delete(key);
    }
  }
}
