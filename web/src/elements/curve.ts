import type { PlotLine } from './types.ts';

export interface Scale {
  low: number;
  high: number;
  y: (value: number, height: number) => number;
}

export interface Curve {
  x: (frame: number) => number;
  first: number;
  last: number;
  width: number;
  height: number;
  scale: Scale;
  /** True where a shot begins: a curve is not drawn across a cut. */
  cut: (frame: number) => boolean;
}

type Values = (frame: number) => [number | null, number | null];

/** From zero for bars; about zero and symmetric where values have both signs; else close around the values. */
export function scaleOf(style: string, lines: PlotLine[]): Scale {
  let [low, high] = [Infinity, -Infinity];
  for (const line of lines) {
    for (const value of line.low) if (value !== null) [low, high] = [Math.min(low, value), Math.max(high, value)];
    for (const value of line.high ?? []) if (value !== null) high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  if (style === 'bars') low = Math.min(0, low);
  else if (low < 0 && high > 0) [low, high] = [-Math.max(-low, high), Math.max(-low, high)];
  if (high - low < 1e-9) high = low + 1;
  const margin = 3;
  return { low, high, y: (value, height) => margin + (1 - (value - low) / (high - low)) * (height - 2 * margin) };
}

// At most two points to a pixel: several steps that fall on one are joined to their least and greatest.
function columns(curve: Curve, step: number, values: Values, use: (frame: number, x: number, width: number, low: number | null, high: number | null) => void): void {
  const jump = step * Math.max(1, Math.floor((curve.last - curve.first) / step / curve.width));
  for (let frame = Math.floor(curve.first / step) * step; frame < curve.last; frame += jump) {
    let [low, high]: [number | null, number | null] = [null, null];
    for (let at = frame; at < frame + jump && at < curve.last; at += step) {
      const [a, b] = values(at);
      if (a === null || b === null) continue;
      [low, high] = [low === null ? a : Math.min(low, a), high === null ? b : Math.max(high, b)];
    }
    use(frame, curve.x(frame), curve.x(frame + jump) - curve.x(frame), low, high);
  }
}

const n = (value: number): string => value.toFixed(1);

export function linePath(curve: Curve, step: number, values: Values): string {
  let path = '';
  let pen = false;
  columns(curve, step, values, (frame, x, width, low, high) => {
    if (width >= 2 && curve.cut(frame)) pen = false;
    if (low === null || high === null) {
      pen = false;
      return;
    }
    const [top, bottom] = [curve.scale.y(high, curve.height), curve.scale.y(low, curve.height)];
    const middle = x + width / 2;
    path += `${pen ? 'L' : 'M'}${n(middle)} ${n(top)}`;
    if (bottom - top > 0.2) path += `L${n(middle)} ${n(bottom)}`;
    // A lone frame is still a dot.
    else if (!pen) path += 'h.1';
    pen = true;
  });
  return path;
}

export function barsPath(curve: Curve, step: number, values: Values): string {
  let path = '';
  const floor = curve.scale.y(0, curve.height);
  columns(curve, step, values, (_, x, width, low, high) => {
    if (low === null || high === null || high === 0) return;
    const top = curve.scale.y(high, curve.height);
    const gap = width > 4 ? 1 : 0;
    path += `M${n(x)} ${n(floor)}V${n(Math.min(top, floor - 1))}h${n(Math.max(0.7, width - gap))}V${n(floor)}z`;
  });
  return path;
}
