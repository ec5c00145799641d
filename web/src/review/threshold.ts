import { h, kindWords, s } from '../elements/dom.ts';
import { workPath, get } from '../shell/api.ts';
import type { ReviewClient } from './review-client.ts';
import { attempt } from '../shell/fault-note.ts';
import type { Policy, PolicyRule } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

type Bins = [number, number, number][];

/** From how sure on findings of a kind are accepted unasked: dragged over how they spread, with a count that goes along. */
export class Threshold {
  private bins: Bins = [];
  private fresh = false;
  private readonly bars = s('svg', { class: 'spread', viewBox: '0 0 100 32', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  private readonly slider: HTMLInputElement;
  private readonly words = h('p', { class: 'soft time', 'aria-live': 'polite' });
  private readonly trouble = h('div');
  readonly element: HTMLElement;

  constructor(private readonly film: string, private readonly kind: string, private readonly client: ReviewClient, private readonly saved: (words: string) => void) {
    this.slider = h('input', { type: 'range', min: 0, max: 100, step: 1, 'aria-label': texts.review.threshold(kindWords(kind)) });
    this.element = h('div', { class: 'threshold' }, h('div', { class: 'spread-box' }, this.bars, this.slider), this.words, this.trouble);
    this.slider.addEventListener('input', () => this.tell());
    this.slider.addEventListener('change', () => void attempt(this.trouble, () => this.save()));
    new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) this.fill(); }).observe(this.element);
  }

  stale(): void {
    this.fresh = false;
    if (this.element.isConnected) this.fill();
  }

  private fill(): void {
    if (this.fresh) return;
    this.fresh = true;
    void attempt(this.trouble, async () => {
      const [{ bins }, policy] = await Promise.all([
        get<{ bins: Bins }>(workPath(this.film, `/confidences?kind=${encodeURIComponent(this.kind)}`)), get<Policy>(workPath(this.film, '/policy'))]);
      this.bins = bins;
      if (document.activeElement !== this.slider) this.slider.value = String(Math.round(accepts(policy.rules, this.kind) * 100));
      this.draw();
      this.tell();
    });
  }

  // Heights as roots: a few beside thousands are still seen.
  private draw(): void {
    const most = Math.max(1, ...this.bins.map(([a, b, c]) => Math.sqrt(a + b + c)));
    this.bars.replaceChildren(...this.bins.flatMap((bin, i) => {
      const all = bin[0] + bin[1] + bin[2];
      if (all === 0) return [];
      const height = (Math.sqrt(all) / most) * 30;
      return [s('rect', { x: i, width: 0.8, y: 32 - height, height, class: i >= Number(this.slider.value) ? 'above' : 'below' })];
    }));
  }

  private tell(): void {
    const from = Number(this.slider.value);
    const all = this.bins.reduce((sum, bin) => sum + bin[0] + bin[1] + bin[2], 0);
    const above = this.bins.slice(from).reduce((sum, bin) => sum + bin[0] + bin[1] + bin[2], 0);
    this.words.textContent = texts.review.thresholdAt(from, above, all);
    this.slider.setAttribute('aria-valuetext', this.words.textContent);
    this.draw();
  }

  private async save(): Promise<void> {
    const from = Number(this.slider.value) / 100;
    await this.client.rule(rules => withThreshold(rules, this.kind, from));
    this.saved(texts.review.thresholdSaved(kindWords(this.kind), Number(this.slider.value)));
  }
}

const accepts = (rules: PolicyRule[], kind: string): number =>
  rules.find(rule => (rule.kind === kind || rule.kind === '*') && rule.verdict === 'accept')?.minConfidence ?? 1;

/** Of a policy's rules the first that fits counts, so a kind's own stand before those for all; what falls below its threshold must not fall to those. */
export function withThreshold(rules: PolicyRule[], kind: string, minConfidence: number): PolicyRule[] {
  const own = rules.filter(rule => rule.kind === kind && rule.verdict !== 'accept');
  const rest = rules.filter(rule => rule.kind !== kind);
  const last = rules.find(rule => rule.kind === '*' && rule.minConfidence === 0);
  const floor: PolicyRule = { kind, minConfidence: 0, verdict: last?.verdict ?? 'wait', ...(last?.reason ? { reason: last.reason } : {}) };
  return [{ kind, minConfidence, verdict: 'accept' }, ...own, ...(own.some(rule => rule.minConfidence === 0) ? [] : [floor]), ...rest];
}
