import { button, icons } from './dom.ts';
import { texts } from '../texts/texts.ts';

type Theme = 'dark' | 'light';

const place = 'kinolux:theme';

function stored(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Follows the system until a person chooses; the studio begins `dark`, as rooms where films are judged are. */
export function themeButton(first?: 'dark'): HTMLButtonElement {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const ofSystem = (): Theme => (dark.matches ? 'dark' : 'light');
  const follow = (): void => { root.dataset['theme'] = stored() ?? first ?? ofSystem(); };
  follow();
  dark.addEventListener('change', follow);
  return button(texts.theme, icons.theme, () => {
    const theme: Theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    try {
      localStorage.setItem(place, theme);
    } catch {
      // Then it holds for this page.
    }
  }, { 'data-bare': '', class: 'bare theme' });
}
