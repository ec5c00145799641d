import type { Job } from './model.ts';

interface LiveEvents {
  job: Job;
  work: { id: string };
  works: object;
  upload: { id: string; offset: number };
  /** What happened meanwhile is not known: ask again. */
  reset: object;
  /** Whether the studio is there. */
  connection: boolean;
}

const names = ['job', 'work', 'works', 'upload', 'reset'] as const;

/** What happens in the studio as it happens. A browser takes a lost stream up again where it broke; a stream that was refused is begun again. */
export class Live {
  private readonly target = new EventTarget();
  private connected = true;
  private wait = 1000;

  constructor(private readonly path: string) { this.open(); }

  /** Calls for each event until the signal is aborted. */
  on<K extends keyof LiveEvents>(name: K, act: (detail: LiveEvents[K]) => void, signal?: AbortSignal): void {
    this.target.addEventListener(name, event => act((event as CustomEvent<LiveEvents[K]>).detail), signal ? { signal } : {});
  }

  private open(begunAnew = false): void {
    const stream = new EventSource(this.path);
    stream.onopen = () => {
      this.wait = 1000;
      this.connect(true);
      if (begunAnew) this.fire('reset', {});
    };
    stream.onerror = () => {
      this.connect(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.open(true), this.wait);
      this.wait = Math.min(this.wait * 2, 15_000);
    };
    for (const name of names)
      stream.addEventListener(name, event => this.fire(name, JSON.parse((event as MessageEvent<string>).data || '{}')));
    addEventListener('pagehide', () => stream.close());
  }

  private connect(on: boolean): void {
    if (on === this.connected) return;
    this.connected = on;
    this.fire('connection', on);
  }

  private fire(name: keyof LiveEvents, detail: unknown): void {
    this.target.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
