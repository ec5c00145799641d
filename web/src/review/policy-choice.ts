import { button, h } from '../elements/dom.ts';
import { get, workPath } from '../shell/api.ts';
import { calm } from '../shell/calm.ts';
import { attempt } from '../shell/fault-note.ts';
import type { Policy } from '../shell/model.ts';
import type { Context } from '../shell/page.ts';
import { texts } from '../texts/texts.ts';
import type { ReviewClient } from './review-client.ts';

/** Those that Kinolux offers by name. */
const offered = ['standard', 'conservative'] as const;

export type Offered = typeof offered[number];

/** Which policy decides where nobody did, and what that means; another is one press away, and undone like any decision. */
export class PolicyChoice {
  private readonly means = h('p', { class: 'soft', 'aria-live': 'polite' });
  private readonly trouble = h('div');
  private readonly buttons: Record<Offered, HTMLButtonElement>;
  readonly element: HTMLElement;

  /** @param chosen is called once another decides. */
  constructor(private readonly work: string, private readonly context: Context, private readonly client: ReviewClient, private readonly chosen: () => void = () => undefined) {
    this.buttons = { standard: this.button('standard'), conservative: this.button('conservative') };
    this.element = h('section', { class: 'policy-choice', 'aria-label': texts.policy.title },
      h('span', {}, texts.policy.title), h('div', { class: 'segmented', role: 'group', 'aria-label': texts.policy.title }, ...offered.map(name => this.buttons[name])), this.means, this.trouble);
    const again = calm(() => void this.refresh());
    context.live.on('work', detail => { if (detail.id === work) again(); }, context.signal);
    context.live.on('reset', again, context.signal);
    void this.refresh();
  }

  private button(name: Offered): HTMLButtonElement {
    return button(texts.policy.names[name], null, () => void this.choose(name), { 'data-policy': name, title: texts.policy.means[name] });
  }

  private async choose(name: Offered): Promise<void> {
    if (this.buttons[name].getAttribute('aria-pressed') === 'true') return;
    await attempt(this.trouble, async () => {
      this.show(await this.client.policy(name));
      this.context.say(texts.policy.saved(texts.policy.names[name]));
      this.chosen();
    });
  }

  private async refresh(): Promise<void> {
    await attempt(this.trouble, async () => this.show(await get<Policy>(workPath(this.work, '/policy'), this.context.signal)));
  }

  private show({ name, isOffered }: Policy): void {
    for (const one of offered) this.buttons[one].setAttribute('aria-pressed', String(isOffered && one === name));
    this.means.textContent = isOffered ? texts.policy.means[name as Offered] : texts.policy.own(name);
  }
}
