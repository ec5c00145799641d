import type { ChangeDesc, Text } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import type { ProposalItem } from '../shell/model.ts';

// A hand at rest for so long reads what it wrote.
const rest = 250;

/** Has the text looked at while it is written: once the hand rests, and one text at a time. */
export class LiveFindings {
  private timer = 0;
  private since: ChangeDesc | null = null;
  private isOut = false;
  private isOld = false;

  /**
   * @param find looks at a text.
   * @param told is called with what was found, the text in which, and what was written meanwhile.
   */
  constructor(private readonly view: () => EditorView, private readonly find: (text: string) => Promise<ProposalItem[]>, private readonly told: (items: ProposalItem[], doc: Text, since: ChangeDesc | null) => void) {}

  changed({ changes }: Pick<ViewUpdate, 'changes'>): void {
    this.since = this.since ? this.since.composeDesc(changes) : changes;
    this.again();
  }

  /** Looks again, since something else than the text changed. */
  again(): void {
    this.isOld = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), rest);
  }

  /** The text is as it is saved: what is found there is known. */
  stop(): void {
    this.isOld = false;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.isOut || !this.isOld) return;
    this.isOut = true;
    this.isOld = false;
    this.since = null;
    const { doc } = this.view().state;
    try {
      const items = await this.find(doc.toString());
      if (!this.isOld || this.since) this.told(items, doc, this.since);
    } catch {
      // What was found last stays; the next key asks again.
    }
    this.isOut = false;
    if (this.isOld) this.again();
  }
}
