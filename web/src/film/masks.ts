import { generates, h, kindColour, kindWords, s } from '../elements/dom.ts';
import type { KxWipe } from '../elements/wipe.ts';
import { maskPath } from './mask.ts';
import type { ProposalItem } from '../shell/model.ts';
import { applies, verdictWords } from '../review/verdicts.ts';
import { texts } from '../texts/texts.ts';

/** What was found in the shown frame, drawn over it in each kind's colour. Fires `hover` and `choose` with a finding's id on the wipe. */
export class Masks {
  private found: ProposalItem[] = [];
  private chosenId: string | null = null;
  private meant: ((finding: ProposalItem) => boolean) | null = null;
  private readonly drawing = s('svg', { class: 'found masks', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  private readonly tip = h('div', { class: 'tip', role: 'tooltip', hidden: true });

  constructor(private readonly wipe: KxWipe, private readonly chosen: (finding: ProposalItem | null, place: { x: number; y: number; why: boolean }) => void) {
    wipe.marks.append(this.drawing);
    wipe.append(this.tip);
    wipe.findings = true;
    wipe.addEventListener('pointermove', event => this.hover(event));
    wipe.addEventListener('pointerleave', () => { this.tip.hidden = true; });
    wipe.addEventListener('kx-place', event => {
      const place = (event as CustomEvent<{ x: number; y: number; why: boolean }>).detail;
      this.chosen(this.at(place.x, place.y), place);
    });
  }

  set findings(findings: ProposalItem[]) {
    this.found = findings;
    this.tip.hidden = true;
    this.wipe.generated = findings.some(one => generates(one.kind) && one.rendered !== undefined && applies(one.rendered.verdict));
    const [width, height] = this.wipe.source;
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.drawing.replaceChildren(...findings.filter(one => one.region).map(one => this.mark(one)));
  }

  /** What a decision that reaches wide would be about, outlined before it is taken; null for none. */
  set affected(meant: ((finding: ProposalItem) => boolean) | null) {
    this.meant = meant;
    this.findings = this.found;
  }

  set current(id: string | null) {
    this.chosenId = id;
    for (const mark of this.drawing.children) mark.classList.toggle('chosen', mark.getAttribute('data-id') === id);
  }

  private mark(finding: ProposalItem): SVGElement {
    const { box } = finding.region as NonNullable<ProposalItem['region']>;
    return s('g', { class: `${finding.now.verdict}${finding.id === this.chosenId ? ' chosen' : ''}${this.meant?.(finding) ? ' affected' : ''}`, 'data-id': finding.id, style: `--kind:${kindColour(finding.kind)}` },
      s('path', { d: maskPath(finding.region as NonNullable<ProposalItem['region']>) }),
      s('rect', { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 }));
  }

  // The smallest of those that lie there: a speck upon a scratch can be reached.
  private at(x: number, y: number): ProposalItem | null {
    if (!this.wipe.findings) return null;
    const near = 4 / Math.max(0.2, this.wipe.magnification);
    return this.found.filter(({ region }) => region && x >= region.box.x - near && y >= region.box.y - near && x < region.box.x + region.box.width + near && y < region.box.y + region.box.height + near)
      .sort((a, b) => areaOf(a) - areaOf(b))[0] ?? null;
  }

  private hover(event: PointerEvent): void {
    const inside = (event.target as Element).closest('.stage') !== null && event.buttons === 0;
    const finding = inside ? this.at(...this.wipe.placeOf(event)) : null;
    this.tip.hidden = finding === null;
    if (!finding) return;
    const box = this.wipe.getBoundingClientRect();
    this.tip.replaceChildren(h('b', {}, kindWords(finding.kind)), ` ${finding.summary}`, h('span', { class: 'soft' }, `${texts.finding.sure(finding.confidence)} · ${verdictWords(finding)}`));
    const left = event.clientX - box.left;
    this.tip.style.setProperty('left', `${Math.min(left + 14, box.width - 290)}px`);
    this.tip.style.setProperty('top', `${event.clientY - box.top + 16}px`);
  }
}

const areaOf = (finding: ProposalItem): number => (finding.region ? finding.region.box.width * finding.region.box.height : Infinity);
