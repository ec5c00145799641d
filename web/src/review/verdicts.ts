import { h, icon, icons } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import { lostWords } from './lost-frame.ts';
import type { ProposalItem } from '../shell/model.ts';
import { texts } from '../texts/texts.ts';

const drawings: Record<Verdict, string> = { wait: icons.wait, accept: icons.accept, edit: icons.edit, reject: icons.reject };

/** Whether it is done. */
export const applies = (verdict: Verdict): boolean => verdict === 'accept' || verdict === 'edit';

/** "Accepted by policy standard"; "Held by Ada" of a frame that repeats another. */
export function verdictWords(item: Pick<ProposalItem, 'kind' | 'change' | 'now'>): string {
  const { verdict, by } = item.now;
  const said = lostWords(item, verdict) ?? texts.finding.verdicts[verdict];
  return verdict === 'wait' || !by ? said : texts.finding.by(said, by);
}

/** @param said whether words beside it say the same already. */
export function verdictMark(verdict: Verdict, said = false): HTMLElement {
  return h('span', { class: `verdict-mark ${verdict}`, title: texts.finding.verdicts[verdict] }, icon(drawings[verdict]), said ? null : h('span', { class: 'aloud' }, texts.finding.verdicts[verdict]));
}
