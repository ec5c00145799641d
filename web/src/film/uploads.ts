import { Fault, request, send } from '../shell/api.ts';
import type { Loss } from '../script/model.ts';

const piece = 8 << 20;

/** What a file became, and what that cannot hold of it. */
export interface Added { id: string; name: string; engine: string; file: string; losses: Loss[] }

/** One file on its way into the production. What is lost on the way is sent again from where the studio has it. */
export class Upload {
  offset = 0;
  state: 'sending' | 'waiting' | 'done' | 'failed' | 'ended' = 'sending';
  fault: Fault | null = null;
  work: Added | null = null;
  private id = '';
  private readonly stop = new AbortController();

  constructor(readonly file: File, private readonly changed: () => void) { void this.run(); }

  async end(): Promise<void> {
    this.stop.abort();
    this.tell('ended');
    if (this.id) await send('DELETE', `/api/uploads/${this.id}`).catch(() => undefined);
  }

  /** Another file than the one that was sent is gone on with. */
  get became(): Added | null { return this.work?.engine === 'script' && /\.(csv|pdf)$/i.test(this.file.name) ? this.work : null; }

  again(): void { void this.run(); }

  private async run(): Promise<void> {
    this.fault = null;
    this.tell('sending');
    let wait = 1000;
    while (!this.stop.signal.aborted && this.state !== 'done') {
      const before = this.offset;
      try {
        await this.sendRest();
      } catch (cause) {
        if (this.stop.signal.aborted) return;
        const fault = Fault.of(cause);
        // A lost network, a studio that starts again, or another idea of where the file stands: all are asked about again.
        if (fault.status !== 0 && fault.status !== 409 && fault.status < 500) {
          this.fault = fault;
          this.tell('failed');
          return;
        }
        this.tell('waiting');
        wait = this.offset > before ? 1000 : Math.min(wait * 2, 15_000);
        await Promise.race([new Promise(done => setTimeout(done, wait)), new Promise(done => addEventListener('online', done, { once: true }))]);
      }
    }
  }

  private async sendRest(): Promise<void> {
    const begun = await send<{ id: string; offset: number }>('POST', '/api/uploads', { name: this.file.name, size: this.file.size });
    [this.id, this.offset] = [begun.id, begun.offset];
    this.tell('sending');
    do {
      const answer = await request('PATCH', `/api/uploads/${this.id}`, this.file.slice(this.offset, this.offset + piece),
        { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.offset) }, this.stop.signal);
      this.offset = Math.min(this.offset + piece, this.file.size);
      if (answer.status === 200) {
        this.work = await answer.json() as Added;
        this.offset = this.file.size;
      }
      this.tell(this.work ? 'done' : 'sending');
    } while (this.offset < this.file.size && !this.work);
  }

  private tell(state: Upload['state']): void {
    this.state = state;
    this.changed();
  }
}

/** All that is on its way, whatever page is shown. */
export class Uploads extends EventTarget {
  readonly list: Upload[] = [];

  add(files: Iterable<File>): void {
    for (const file of files) {
      if (file.size === 0) continue;
      this.list.push(new Upload(file, () => this.changed()));
    }
    this.changed();
  }

  drop(upload: Upload): void {
    this.list.splice(this.list.indexOf(upload), 1);
    this.changed();
  }

  private changed(): void { this.dispatchEvent(new Event('change')); }
}

export const uploads = new Uploads();

addEventListener('beforeunload', event => { if (uploads.list.some(one => one.state === 'sending')) event.preventDefault(); });
