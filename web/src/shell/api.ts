import { texts } from '../texts/texts.ts';

/** A fault as the server reports it (problem+json), or as the network does. */
export class Fault extends Error {
  constructor(readonly code: string, message: string, readonly remedy: string, readonly status: number) { super(message); }

  static of(cause: unknown): Fault {
    return cause instanceof Fault ? cause : new Fault('', cause instanceof Error ? cause.message : String(cause), '', 0);
  }
}

interface Problem { code?: string; title?: string; detail?: string; remedy?: string }

async function problem(response: Response): Promise<Fault> {
  const told = await response.json().catch(() => ({})) as Problem;
  return new Fault(told.code ?? '', told.detail ?? told.title ?? texts.faults.answered(response.status), told.remedy ?? '', response.status);
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the studio; what is not answered well is a {@link Fault}. */
export async function request(method: Method, path: string, body?: BodyInit | null, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method, body: body ?? null, headers: method === 'GET' || method === 'HEAD' ? headers : { 'X-Kinolux': '1', ...headers }, ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Fault('', texts.faults.silent, texts.faults.silentRemedy, 0);
  }
  if (!response.ok) throw await problem(response);
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return await (await request('GET', path, null, {}, signal)).json() as T;
}

export async function send<T>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<T> {
  const response = await request(method, path, body === undefined ? null : JSON.stringify(body), body === undefined ? headers : { 'Content-Type': 'application/json', ...headers }, signal);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Where a work's review is, whatever its engine. */
export const workPath = (id: string, rest = ''): string => `/api/works/${encodeURIComponent(id)}${rest}`;

export const filmPath = (id: string, rest = ''): string => `/api/films/${encodeURIComponent(id)}${rest}`;
