/** What was written and not saved, with the tag of the file that it was written over. */
export interface Draft { tag: string; text: string; at: string }

const place = (id: string): string => `kinolux:draft:${id}`;

/** Keeps unsaved work in the browser, where it outlives a reload, a crash and a studio that was closed. */
export class DraftStore {
  constructor(private readonly id: string) {}

  read(): Draft | null {
    try {
      const draft = JSON.parse(localStorage.getItem(place(this.id)) ?? ('null' as const)) as Draft | null;
      return draft && typeof draft.text === 'string' && typeof draft.tag === 'string' ? draft : null;
    } catch {
      return null;
    }
  }

  /** False where the browser has no room, or keeps nothing. */
  keep(tag: string, text: string): boolean {
    try {
      localStorage.setItem(place(this.id), JSON.stringify({ tag, text, at: new Date().toISOString() } satisfies Draft));
      return true;
    } catch {
      return false;
    }
  }

  drop(): void {
    try {
      localStorage.removeItem(place(this.id));
    } catch {
      // Then none was kept.
    }
  }
}
