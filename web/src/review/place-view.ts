import type { KeyRow } from '../elements/keys.ts';
import type { Choice } from '../review/decide-panel.ts';
import type { Edit, Wish } from '../review/review-client.ts';
import type { ProposalItem } from '../shell/model.ts';

/** Shows the places of one type of document: all that Review does not know of films, texts, … */
export interface PlaceView {
  /** The document, where places are looked at. */
  readonly element: HTMLElement;
  /** What stands below the decisions: what a run would change, and how it is started. */
  readonly run: HTMLElement;
  /** Goes to a finding. */
  show(item: ProposalItem): void;
  /** Will most likely be gone to next. */
  soon?(item: ProposalItem): void;
  /** What is decided about these changed. */
  mend(items: ProposalItem[]): void;
  /** What a choice would make of it, before it is decided; null to show it as it is. */
  see(item: ProposalItem, choice: Pick<Choice, 'verdict' | 'edit'> | null): void;
  /** Outlines what a decision that reaches wide would be about; null for none. */
  outline?(meant: ((finding: ProposalItem) => boolean) | null): void;
  /** Lets a person change what is proposed; absent where nothing can be changed. */
  edit?(item: ProposalItem, save: (edit: Edit) => void): Promise<void>;
  /** Lets a person mark what the machine missed. */
  mark(item: ProposalItem | null, save: (wish: Wish) => void): void;
  /** Ends what was begun with the finding that was looked at. */
  leave(): void;
  /** The document may be another now. */
  refresh(): Promise<void>;
  readonly keys: KeyRow[];
}

/** What a view asks of the review that it stands in. */
export interface ReviewHost {
  /** A person pointed at a finding. */
  choose(finding: ProposalItem): void;
  /** Says what went wrong, over the document. */
  readonly trouble: HTMLElement;
  /** A place in the panel for what an edit needs. */
  readonly extra: HTMLElement;
  /** Keys while something is drawn; null for the review's own again. */
  takeKeys(rows: KeyRow[] | null): void;
}
