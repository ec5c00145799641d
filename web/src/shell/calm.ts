/** Acts once for many calls that come close together, after the last. */
export function calm(act: () => void, rest = 200): () => void {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, rest);
  };
}
