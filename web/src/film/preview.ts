import { Fault, filmPath, request, send } from '../shell/api.ts';
import type { Verdict } from '../elements/types.ts';
import type { Area, Plan } from '../shell/model.ts';
import type { Screen } from './screen.ts';
import { texts } from '../texts/texts.ts';

const restsFor = 350;

/** A decision that is only tried: on a kind in the frame, or in a part of it. */
export interface Trial { kind: string; verdict: Verdict; box?: Area; change?: Record<string, unknown> }

/** A frame as it was decided, or by one more decision. */
export interface Trying { decision?: Trial }

interface Answer { picture: string; found: { kind: string; count: number }[]; milliseconds: number }

/** The shown frame as changed settings would make it, or a decision. Asked for when a person's hand rests; of several answers the last counts. */
export class Preview extends EventTarget {
  active = false;
  words = '';
  found: Answer['found'] = [];
  fault: Fault | null = null;
  private rest = 0;
  private asked = 0;
  private tried = -restsFor;
  private trying: Trying & { frame: number } | null = null;
  private picture = '';
  private next: Trying & { frame: number } | null = null;
  private stop = new AbortController();

  constructor(private readonly film: string, private readonly screen: Screen, private readonly signal: AbortSignal) {
    super();
    signal.addEventListener('abort', () => this.stop.abort());
  }

  ask(plan: Plan): void {
    clearTimeout(this.rest);
    if (!this.active) return;
    this.rest = setTimeout(() => void this.run(plan), restsFor);
  }

  /** The shown frame as a decision on what was found in it would make it; without one as the decisions taken so far do. At once, but for one who leafs on. */
  try(trying: Trying): void {
    clearTimeout(this.rest);
    this.trying = { frame: this.screen.frame, ...trying };
    this.screen.alone = true;
    const leafs = performance.now() - this.tried < restsFor;
    this.tried = performance.now();
    if (leafs) this.rest = setTimeout(() => void this.run(trying), restsFor);
    else void this.run(trying);
  }

  /** Something was decided that may be seen here too. */
  again(): void { if (this.trying?.frame === this.screen.frame) this.try(this.trying); }

  /** What will most likely be tried next is made while nothing else is, and there when it is asked for. */
  soon(frame: number, trying: Trying): void {
    this.next = { frame, ...trying };
    if (!this.screen.alone) void this.prepare();
  }

  clear(): void {
    clearTimeout(this.rest);
    this.asked++;
    this.trying = null;
    this.stop.abort();
    this.say('', []);
    this.screen.alone = false;
    this.screen.preview(null);
  }

  // The studio ends one that is still made when another is asked for, and goes on with it when it is the same.
  private async run(asking: Plan | Trying): Promise<void> {
    const asked = ++this.asked;
    const { frame } = this.screen;
    this.stop = new AbortController();
    this.say(texts.plan.previewing(frame), this.found);
    try {
      const answer = await send<Answer>('POST', filmPath(this.film, '/preview'), { frame, ...asking }, {}, this.stop.signal);
      if (asked !== this.asked || frame !== this.screen.frame || this.signal.aborted) return;
      if (answer.picture !== this.picture || !this.screen.previews) {
        const picture = await createImageBitmap(await (await request('GET', answer.picture, null, {}, this.signal)).blob());
        if (asked !== this.asked || frame !== this.screen.frame || this.signal.aborted) return;
        this.picture = answer.picture;
        this.screen.preview(picture);
      }
      void this.prepare();
      this.say(texts.plan.previewOf(frame, answer.milliseconds / 1000), answer.found);
    } catch (cause) {
      if (asked !== this.asked || this.signal.aborted) return;
      this.screen.alone = false;
      this.say('', []);
      this.fault = Fault.of(cause);
      this.dispatchEvent(new Event('change'));
    }
  }

  // What fails here fails again, and is said, where it is asked for.
  private async prepare(): Promise<void> {
    const { next, asked } = this;
    this.next = null;
    if (next) await send('POST', filmPath(this.film, '/preview'), next, {}, this.signal).catch(() => null);
    if (asked === this.asked) this.screen.alone = false;
  }

  private say(words: string, found: Answer['found']): void {
    [this.words, this.found, this.fault] = [words, found, null];
    this.dispatchEvent(new Event('change'));
  }
}
