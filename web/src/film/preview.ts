import { Fault, filmPath, request, send } from '../shell/api.ts';
import type { Verdict } from '../elements/types.ts';
import type { Area, Plan } from '../shell/model.ts';
import type { Screen } from './screen.ts';
import { texts } from '../texts/texts.ts';

const restsFor = 350;

/** A decision that is only tried: on a kind in the frame, or in a part of it. */
export interface Trial { kind: string; verdict: Verdict; box?: Area; change?: Record<string, unknown> }

interface Answer { picture: string; found: { kind: string; count: number }[]; milliseconds: number }

/** The shown frame as changed settings would make it. Asked for when a person's hand rests; of several answers the last counts. */
export class Preview extends EventTarget {
  active = false;
  words = '';
  found: Answer['found'] = [];
  fault: Fault | null = null;
  private rest = 0;
  private asked = 0;
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

  /** The shown frame as a decision on what was found in it would make it; without one as the decisions taken so far do. */
  try(decision?: Trial): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.run(decision ? { decision } : {}), restsFor);
  }

  clear(): void {
    clearTimeout(this.rest);
    this.asked++;
    this.stop.abort();
    this.say('', []);
    this.screen.preview(null);
  }

  private async run(asking: Plan | { decision?: Trial }): Promise<void> {
    const asked = ++this.asked;
    const { frame } = this.screen;
    this.stop.abort();
    this.stop = new AbortController();
    this.say(texts.plan.previewing(frame), this.found);
    try {
      const answer = await send<Answer>('POST', filmPath(this.film, '/preview'), { frame, ...asking }, {}, this.stop.signal);
      const picture = await createImageBitmap(await (await request('GET', answer.picture, null, {}, this.signal)).blob());
      if (asked !== this.asked || frame !== this.screen.frame || this.signal.aborted) return;
      this.screen.preview(picture);
      this.say(texts.plan.previewOf(frame, answer.milliseconds / 1000), answer.found);
    } catch (cause) {
      if (asked !== this.asked || this.signal.aborted) return;
      this.say('', []);
      this.fault = Fault.of(cause);
      this.dispatchEvent(new Event('change'));
    }
  }

  private say(words: string, found: Answer['found']): void {
    [this.words, this.found, this.fault] = [words, found, null];
    this.dispatchEvent(new Event('change'));
  }
}
