import { h, icon, icons } from '../elements/dom.ts';
import type { Verdict } from '../elements/types.ts';
import { lostWords } from './lost-frame.ts';
import type { ProposalItem } from '../shell/model.ts';

const words: Record<Verdict, string> = { wait: 'Waits', accept: 'Accepted', edit: 'Edited', reject: 'Rejected' };
const drawings: Record<Verdict, string> = { wait: icons.wait, accept: icons.accept, edit: icons.edit, reject: icons.reject };

/** "Accepted by policy standard"; "Held by Ada" of a frame that repeats another. */
export function verdictWords(item: Pick<ProposalItem, 'kind' | 'change' | 'now'>): string {
  const { verdict, by } = item.now;
  const said = lostWords(item, verdict) ?? words[verdict];
  return verdict === 'wait' || !by ? said : `${said} by ${by}`;
}

/** @param said whether words beside it say the same already. */
export function verdictMark(verdict: Verdict, said = false): HTMLElement {
  return h('span', { class: `verdict-mark ${verdict}`, title: words[verdict] }, icon(drawings[verdict]), said ? null : h('span', { class: 'aloud' }, words[verdict]));
}

export const sureness = (confidence: number): string => `${Math.round(confidence * 100)} % sure`;
