/** A report opens from disk, where nothing can be fetched: what is not needed at once is in script files that name their part. */

const waiting = new Map<string, (content: unknown) => void>();
const parts = new Map<string, Promise<unknown>>();

declare global {
  interface Window {
    kinoluxPart: (name: string, content: unknown) => void;
  }
}

window.kinoluxPart = (name, content) => waiting.get(name)?.(content);

export function loadPart<T>(name: string): Promise<T> {
  let part = parts.get(name);
  if (!part) {
    part = new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement('script');
      script.src = `data/${name}.js`;
      script.onerror = () => {
        parts.delete(name);
        reject(new Error(name));
      };
      script.onload = () => script.remove();
      document.head.append(script);
    });
    parts.set(name, part);
  }
  return part as Promise<T>;
}

/** A part's name as Kinolux.Report gives it. */
export const partName = (of: 'part' | 'plots', number: number): string => `${of}-${String(number).padStart(5, '0')}`;
