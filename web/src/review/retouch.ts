import { kindWords, range, spotKinds } from '../elements/dom.ts';
import type { Edit, Wish } from './review-client.ts';
import { Donors } from './donors.ts';
import { Marker, type Marking } from './marker.ts';
import type { Film, ProposalItem } from '../shell/model.ts';
import type { Screen } from '../film/screen.ts';
import { texts } from '../texts/texts.ts';

/** What a person draws: a new mask for a finding, with the frame that its repair is taken from, and spots that the machine missed. */
export class Retouch {
  readonly marker: Marker;
  private readonly donors: Donors;
  private editing = false;

  constructor(private readonly screen: Screen, film: Film, private readonly extra: HTMLElement, private readonly begun: () => void, private readonly ended: () => void) {
    this.marker = new Marker(screen.wipe);
    this.donors = new Donors(screen, film.source.frames, [film.source.width, film.source.height]);
  }

  /** Ends an edit whose finding is no longer looked at; a mark stays where it is. */
  leave(): void { if (this.editing) this.marker.end(); }

  edit(item: ProposalItem, findings: ProposalItem[], save: (edit: Edit) => void): void {
    const { box } = item;
    if (!box || this.marker.active) return;
    this.editing = true;
    this.donors.show(range(item.frames)[0], box, Number(item.change?.['donor'] ?? 0));
    this.extra.replaceChildren(this.donors.element);
    this.start({
      title: texts.marking.edit(kindWords(item.kind)), kinds: [item.kind], frames: null,
      region: findings.find(finding => finding.id === item.id)?.region ?? { box, runs: [] }, near: [box.x, box.y],
      save: mask => save({ mask, ...(this.donors.offset === 0 ? {} : { change: { ...item.change, donor: this.donors.offset } }) }),
    });
  }

  /** @param item what is looked at: a missed spot is often beside it, and of its kind. */
  mark(item: ProposalItem | null, save: (wish: Wish) => void): void {
    if (this.marker.active) return;
    const [width, height] = this.screen.wipe.source;
    const markable = spotKinds();
    const first = item && markable.includes(item.kind) ? item.kind : markable[0] ?? '';
    this.start({
      title: texts.acts.mark, kinds: [first, ...markable.filter(kind => kind !== first)], frames: String(this.screen.frame),
      near: item?.box ? [item.box.x, item.box.y + item.box.height + 10] : [width / 2, height / 2],
      save: (region, kind, frames) => save({ kind, frames, region }),
    });
  }

  private start(marking: Omit<Marking, 'end'>): void {
    this.screen.wipe.findings = false;
    this.begun();
    this.marker.begin({ ...marking, end: () => {
      this.editing = false;
      this.screen.wipe.findings = true;
      this.donors.close();
      this.extra.replaceChildren();
      this.ended();
    } });
  }
}
