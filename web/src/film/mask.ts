import type { Box } from '../elements/types.ts';
import type { Area, RegionMask } from '../shell/model.ts';

export const boxOf = (area: Area): Box => [area.x, area.y, area.width, area.height];

/** Calls for every claimed stretch of a row, in samples of the film. */
export function eachRun({ box, runs }: RegionMask, use: (x: number, y: number, length: number) => void): void {
  if (runs.length === 0) {
    for (let y = 0; y < box.height; y++) use(box.x, box.y + y, box.width);
    return;
  }
  let at = 0;
  runs.forEach((length, i) => {
    const end = at + length;
    while (i % 2 === 1 && at < end) {
      const [x, y] = [at % box.width, Math.floor(at / box.width)];
      const stop = Math.min(end, (y + 1) * box.width);
      use(box.x + x, box.y + y, stop - at);
      at = stop;
    }
    at = end;
  });
}

/** A region as an SVG path. */
export function maskPath(region: RegionMask): string {
  const { box, runs } = region;
  if (runs.length === 0) return `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
  let path = '';
  eachRun(region, (x, y, length) => { path += `M${x} ${y}h${length}v1h${-length}z`; });
  return path;
}

/** The samples of a picture that are set, as a region cut to what they fill; null where none is. */
export function regionOf(inside: Uint8Array, width: number, height: number): RegionMask | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (inside[y * width + x]) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), y];
  if (right < 0) return null;
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const runs: number[] = [];
  let [value, length] = [0, 0];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const here = inside[y * width + x] ? 1 : 0;
      if (here !== value) {
        runs.push(length);
        [value, length] = [here, 0];
      }
      length++;
    }
  if (value) runs.push(length);
  return { box, runs: runs.length === 2 && runs[0] === 0 ? [] : runs };
}
