type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

function assign(node: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value as EventListener);
    // A page's content policy may forbid style attributes that are written; set this way they are not.
    else if (name === 'style') (node as HTMLElement | SVGElement).style.cssText = String(value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Makes an element; names that begin with "on" are listeners, all others attributes. Text is never parsed. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props?: Props, ...children: Child[]): HTMLElementTagNameMap[K];
export function h(tag: string, props?: Props, ...children: Child[]): HTMLElement;
export function h(tag: string, props: Props = {}, ...children: Child[]): HTMLElement {
  const node = document.createElement(tag);
  assign(node, props);
  node.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return node;
}

/** The same for SVG. */
export function s(tag: keyof SVGElementTagNameMap, props: Props = {}, ...children: Node[]): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  assign(node, props);
  node.append(...children);
  return node;
}

/** A small drawing of 16×16, stroked in the text's colour. */
export function icon(path: string): SVGElement {
  return s('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, s('path', { d: path }));
}

export const icons = {
  play: 'M5 3.2v9.6L12.5 8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  accept: 'm3.5 8.5 3 3 6-7',
  reject: 'm4 4 8 8M12 4l-8 8',
  full: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11z M8 2.5a5.5 5.5 0 0 1 0 11',
  save: 'M8 2.5v7.5M4.8 7.2 8 10.3l3.2-3.1M3 13.2h10',
  more: 'M4 6.2 8 10l4-3.8',
  first: 'M11 3.5 6.5 8l4.5 4.5M4.5 3.5v9',
  last: 'M5 3.5 9.5 8 5 12.5M11.5 3.5v9',
  loop: 'M11 2.5 13.5 5 11 7.5M13 5H5.5A3 3 0 0 0 2.5 8M5 13.5 2.5 11 5 8.5M3 11h7.5a3 3 0 0 0 3-3',
  add: 'M8 3v10M3 8h10',
  undo: 'M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  box: 'M3 4h10v8H3z',
  brush: 'M13 3 7.5 8.5M7.6 8.4c1.3.3 1.3 3.6-2 4.1-1.2.2-2.1 0-2.6-.3.9-.4.8-1.1 1.1-2.2.4-1.3 2-2 3.5-1.6z',
  wait: 'M8 4.5V8l2.5 1.5M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11',
  edit: 'M3 13h2.5L13 5.5 10.5 3 3 10.5z',
} as const;

export function button(label: string, path: string | null, click: (event: MouseEvent) => void, props: Props = {}): HTMLButtonElement {
  const shown = props['data-bare'] !== undefined;
  return h('button', { type: 'button', onclick: click, ...(shown ? { 'aria-label': label, title: label } : {}), ...props },
    path ? icon(path) : null, shown ? null : h('span', {}, label));
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A frame's time from the film's start as hours:minutes:seconds:frames. */
export function timecode(frame: number, rate: readonly [number, number]): string {
  const base = Math.max(1, Math.round(rate[0] / rate[1]));
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(frame / base);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}:${two(frame % base)}`;
}

/** The frame that a number or a timecode names; null where it names none. */
export function frameOf(words: string, rate: readonly [number, number]): number | null {
  const parts = words.trim().split(':').map(Number);
  if (parts.some(part => !Number.isInteger(part) || part < 0)) return null;
  if (parts.length === 1) return parts[0] ?? null;
  const [frames = 0, seconds = 0, minutes = 0, hours = 0] = parts.reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * Math.max(1, Math.round(rate[0] / rate[1])) + frames;
}

/** "12-40" or "12" as numbers, both included. */
export function range(text: string): [number, number] {
  const [first, last] = text.split('-').map(Number);
  return [first ?? 0, last ?? first ?? 0];
}

/** A kind of proposal, as whoever proposes it defines it. */
export interface Kind { id: string; title: string; tone: string; mayBeWished: boolean; isSpot: boolean; generates?: boolean }

let known = new Map<string, Kind>();

/** The kinds that there are: said once, before anything is drawn. */
export function takeKinds(kinds: Kind[]): void { known = new Map(kinds.map(kind => [kind.id, kind])); }

/** What a person may mark in a picture. */
export const spotKinds = (): string[] => [...known.values()].filter(kind => kind.mayBeWished && kind.isSpot).map(kind => kind.id);

/** Whether applying one makes something whole that the film has not. */
export const generates = (kind: string): boolean => known.get(kind)?.generates === true;

/** A kind in words. */
export const kindWords = (kind: string): string => known.get(kind)?.title ?? (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ');

/** A kind's colour, the same on every page. */
export const kindColour = (kind: string): string => `var(--tone-${known.get(kind)?.tone ?? ('plain' as const)})`;
