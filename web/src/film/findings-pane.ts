import { button, h, icons, kindColour, kindWords } from '../elements/dom.ts';
import { workPath, get } from '../shell/api.ts';
import { attempt } from '../shell/fault-note.ts';
import { findingCard } from './finding-card.ts';
import type { Film, ProposalItem } from '../shell/model.ts';
import { verdictMark } from '../review/verdicts.ts';
import { texts } from '../texts/texts.ts';

const listed = 80;

/** What was found in the shown frame, and why the picture is as it is at a place. Fires `choose` with a finding's id. */
export class FindingsPane extends EventTarget {
  readonly element = h('div', { class: 'findings-pane' });
  private findings: ProposalItem[] = [];
  private frame = -1;
  private chosen: string | null = null;
  private readonly answer = h('div', { class: 'answer', 'aria-live': 'polite' });
  private readonly list = h('div', { class: 'frame-findings' });

  constructor(private film: Film, private readonly signal: AbortSignal) {
    super();
    this.element.append(this.answer, this.list);
  }

  set data(film: Film) { this.film = film; }

  /** The frame that is shown; what is said of another is taken away. */
  set at(frame: number) {
    if (frame === this.frame) return;
    this.frame = frame;
    this.clear();
  }

  show(findings: ProposalItem[]): void {
    this.findings = findings;
    this.render();
  }

  clear(): void {
    this.chosen = null;
    this.answer.replaceChildren();
  }

  /** Says all about one finding. */
  async choose(id: string): Promise<void> {
    this.chosen = id;
    this.render();
    const finding = this.findings.find(one => one.id === id);
    if (finding) await this.ask([Math.round(centre(finding, 'x', 'width')), Math.round(centre(finding, 'y', 'height'))], id);
  }

  /** Says why the picture is as it is at a place. */
  async why(x: number, y: number): Promise<void> {
    this.chosen = null;
    this.render();
    await this.ask([Math.floor(x), Math.floor(y)], null);
  }

  private async ask([x, y]: [number, number], id: string | null): Promise<void> {
    const { frame } = this;
    await attempt(this.answer, async () => {
      const { reasons, remark } = await get<{ reasons: ProposalItem[]; remark?: string }>(workPath(this.film.id, `/why?at=${frame},${x},${y}`), this.signal);
      this.tell(frame, x, y, id === null ? reasons : reasons.filter(one => one.id === id), id === null, remark);
    });
  }

  private tell(frame: number, x: number, y: number, reasons: ProposalItem[], asksWhy: boolean, remark?: string): void {
    if (frame !== this.frame) return;
    this.answer.replaceChildren(
      h('div', { class: 'answer-head' }, asksWhy ? h('h2', {}, texts.film.whyHere, h('span', { class: 'soft time' }, `${x}, ${y}`)) : h('h2', {}, texts.finding.title),
        button(texts.acts.close, icons.reject, () => {
          this.clear();
          this.render();
        }, { 'data-bare': '', class: 'bare' })),
      ...(reasons.length > 0 ? reasons.map(reason => findingCard(reason, this.decideLink(reason)))
        : [h('p', { class: 'empty' }, remark ?? (this.film.output ? texts.film.untouched : texts.film.nothingAtPlace))]));
    this.answer.scrollIntoView({ block: 'nearest' });
  }

  private decideLink(reason: ProposalItem): HTMLElement {
    return h('p', {}, h('a', { href: `/films/${this.film.id}/review?id=${encodeURIComponent(reason.id)}` }, texts.film.decideInReview));
  }

  private render(): void {
    const { findings } = this;
    if (this.film.state === 'new') {
      this.list.replaceChildren();
      return;
    }
    this.list.replaceChildren(
      h('h2', {}, texts.film.inFrame, h('span', { class: 'soft' }, findings.length > 0 ? texts.finding.number(findings.length) : '')),
      findings.length === 0 ? h('p', { class: 'empty' }, texts.film.nothingInFrame) : '',
      h('ul', {}, ...[...findings].sort(byPlace).slice(0, listed).map(one => this.row(one))),
      findings.length > listed ? h('p', { class: 'soft' }, texts.film.more(findings.length - listed)) : '');
  }

  private row(finding: ProposalItem): HTMLElement {
    return h('li', {}, h('button', {
      type: 'button', 'aria-pressed': String(finding.id === this.chosen), style: `--kind:${kindColour(finding.kind)}`,
      onclick: () => this.dispatchEvent(new CustomEvent('choose', { detail: finding.id })),
    }, h('span', { class: 'kind' }, kindWords(finding.kind)), h('span', { class: 'what soft' }, finding.summary), h('span', { class: 'soft time' }, texts.percent(finding.confidence)), verdictMark(finding.now.verdict)));
  }
}

const rank: Record<string, number> = { wait: 0, accept: 1, edit: 1, reject: 2 };

// What waits first; the whole picture before its parts.
function byPlace(a: ProposalItem, b: ProposalItem): number {
  return Number(Boolean(a.region)) - Number(Boolean(b.region)) || (rank[a.now.verdict] ?? 0) - (rank[b.now.verdict] ?? 0) || Math.abs(a.confidence - 0.5) - Math.abs(b.confidence - 0.5);
}

function centre({ region }: ProposalItem, at: 'x' | 'y', length: 'width' | 'height'): number {
  if (!region) return 0;
  const { box, runs } = region;
  if (runs.length === 0) return box[at] + (box[length] - 1) / 2;
  // A place that the mask itself claims: the middle of a ring is not in the ring.
  const first = runs[0] ?? 0;
  return at === 'x' ? box.x + (first % box.width) : box.y + Math.floor(first / box.width);
}
