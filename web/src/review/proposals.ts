import { workPath, get } from '../shell/api.ts';
import type { ProposalItem } from '../shell/model.ts';
import type { Order, QueueState } from './queue.ts';

/** `spared`: how many more there would be if nothing had been learned from what was rejected. */
export interface ProposalPage { total: number; items: ProposalItem[]; spared?: number }

/** Which proposals are asked for, and in which order. */
export interface ProposalQuery { state: QueueState; order?: 'doubt' | 'place'; part?: string; kind?: string }

/** What the studio gives at most at a time. */
export const atMost = 500;

export function readProposals(film: string, query: ProposalQuery & { from: number; count: number }, signal: AbortSignal): Promise<ProposalPage> {
  return get(workPath(film, `/proposals?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`), signal);
}

interface QuestionPage { total: number; spared: number; items: { id: string; found: number; waiting: number; where: string; example: ProposalItem }[] }

/** What waits, each thing once: the finding that shows it best stands for all of them. */
export async function readQuestions(work: string, query: { order: Order; part?: string; kind?: string; from: number; count: number }, signal: AbortSignal): Promise<ProposalPage> {
  const { total, spared, items } = await get<QuestionPage>(workPath(work, `/questions?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`), signal);
  return { total, spared, items: items.map(({ example, ...asks }) => (asks.found > 1 ? { ...example, asks } : example)) };
}

/** The findings of one question. */
export const readApart = (work: string, question: string, from: number, count: number, signal: AbortSignal): Promise<ProposalPage> =>
  get(workPath(work, `/questions/${encodeURIComponent(question)}?from=${from}&count=${count}`), signal);

/** Reads page after page, until one has what is looked for or there are no more. */
export async function readAll(film: string, query: ProposalQuery, signal: AbortSignal, found: (items: ProposalItem[]) => boolean = () => false): Promise<ProposalPage> {
  const items: ProposalItem[] = [];
  for (;;) {
    const page = await readProposals(film, { ...query, from: items.length, count: atMost }, signal);
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total || found(page.items)) return { total: page.total, items };
  }
}
