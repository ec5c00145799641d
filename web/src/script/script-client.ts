import { request, send } from '../shell/api.ts';
import type { ProposalItem } from '../shell/model.ts';
import type { Opened, OpenScript, Reading, ScriptCard, Story } from './model.ts';

const scriptPath = (id: string, rest = ''): string => `/api/scripts/${encodeURIComponent(id)}${rest}`;

const asText = { 'Content-Type': 'text/plain; charset=utf-8' as const };

const tagOf = (answer: Response): string => answer.headers.get('ETag') ?? '';

export async function openScript(id: string, signal: AbortSignal): Promise<Opened> {
  const answer = await request('GET', scriptPath(id), null, {}, signal);
  return { script: await answer.json() as OpenScript, tag: tagOf(answer) };
}

/** Reads a text as the engine does. */
export const readText = async (text: string, signal: AbortSignal): Promise<Reading> => await (await request('POST', scriptPath('reading' as const), text, asText, signal)).json() as Reading;

/** Writes a text over the state of the file that has this tag; answers the tag of the new one. */
export const saveText = async (id: string, text: string, tag: string, asUtf8: boolean): Promise<string> =>
  tagOf(await request('PUT', scriptPath(id, asUtf8 ? '?encoding=utf-8' : ''), text, { ...asText, 'If-Match': tag }));

/** The tag of the file as it is now. */
export const currentTag = async (id: string, signal: AbortSignal): Promise<string> => tagOf(await request('GET', scriptPath(id, '/tag'), null, {}, signal));

export const checkScript = (id: string): Promise<void> => send('POST', scriptPath(id, '/check'));

export const saveAsFountain = (id: string): Promise<ScriptCard> => send<ScriptCard>('POST', scriptPath(id, '/fountain'));

/** What a script tells, as it is saved; with another laid over it. */
export const readStory = async (id: string, other: string, signal: AbortSignal): Promise<Story> => await (await request('GET', scriptPath(id, other ? `/story?with=${encodeURIComponent(other)}` : '/story'), null, {}, signal)).json() as Story;

/** Says of somebody who speaks whether she is a woman; undefined takes back what was said. */
export const sayWoman = (id: string, name: string, isWoman: boolean | undefined): Promise<void> => send('PUT', scriptPath(id, '/women'), { name, isWoman });

/** Looks for what may be wrong in a text that is on no disk. */
export const findIn = async (id: string, text: string, signal: AbortSignal): Promise<ProposalItem[]> => (await (await request('POST', scriptPath(id, '/findings'), text, asText, signal)).json() as { items: ProposalItem[] }).items;
