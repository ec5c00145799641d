import { button, h } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import type { Edit } from './review-client.ts';
import type { ProposalItem } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

/** What a person can do with a frame that repeats another, or shows nothing of the scene. */
export interface LostChoice { name: string; key: string; words: string; verdict: Verdict; edit?: Edit }

export const lostChoices: LostChoice[] = [
  { name: texts.lostFrame.hold, key: 'h', words: texts.lostFrame.holdDoes, verdict: 'edit', edit: { change: { donor: -1 } } },
  { name: texts.lostFrame.leave, key: 'v', words: texts.lostFrame.leaveDoes, verdict: 'reject' },
  { name: texts.lostFrame.generate, key: 'n', words: texts.lostFrame.generateDoes, verdict: 'accept' },
];

const kinds = ['duplicate-frame', 'black-frame', 'destroyed-frame', 'blended-frame'];

export const isLostFrame = ({ kind }: Pick<ProposalItem, 'kind'>): boolean => kinds.includes(kind);

/** "Held", "Left", "Generated"; null where the verdict says it best. */
export function lostWords({ kind, change }: Pick<ProposalItem, 'kind' | 'change'>, verdict: Verdict): string | null {
  if (!isLostFrame({ kind })) return null;
  if (verdict === 'edit') return change?.['donor'] === -1 ? texts.finding.held : null;
  return verdict === 'accept' ? texts.finding.generated : verdict === 'reject' ? texts.finding.left : null;
}

/** Three buttons. What one does is seen first: under the mouse, on focus, or at the first press; pressing what is seen decides. */
export class LostFrame {
  private seen: LostChoice | null = null;
  private readonly told = h('p', { class: 'soft', role: 'status' });
  private readonly buttons = lostChoices.map(choice => button(choice.name, null, () => this.press(choice), {
    'aria-keyshortcuts': choice.key.toUpperCase(), 'aria-pressed': 'false', title: texts.lostFrame.withKey(choice.words, choice.key.toUpperCase()),
    onpointerenter: (event: PointerEvent) => { if (event.pointerType === 'mouse') this.see(choice); },
    onfocus: (event: FocusEvent) => { if ((event.target as HTMLElement).matches(':focus-visible')) this.see(choice); },
  }));
  readonly element = h('div', { class: 'lost-frame', role: 'group', 'aria-label': texts.lostFrame.title, hidden: true }, ...this.buttons, this.told);

  /** @param look shows what a choice makes; null for what is there now. */
  constructor(private readonly look: (choice: LostChoice | null) => void, private readonly decide: (choice: LostChoice) => void) {}

  show(isLost: boolean): void {
    this.element.hidden = !isLost;
    this.forget();
  }

  press(choice: LostChoice): void {
    if (this.element.hidden) return;
    if (this.seen !== choice) this.see(choice);
    else this.decide(choice);
  }

  private see(choice: LostChoice): void {
    if (this.seen === choice) return;
    this.seen = choice;
    this.mark(texts.lostFrame.pressAgain(choice.words));
    this.look(choice);
  }

  private forget(): void {
    if (this.seen) this.look(null);
    this.seen = null;
    this.mark(texts.lostFrame.seeFirst);
  }

  private mark(words: string): void {
    this.buttons.forEach((one, i) => one.setAttribute('aria-pressed', String(lostChoices[i] === this.seen)));
    this.told.textContent = words;
  }
}
