import { button, icons } from './dom.ts';

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
  const follow = (): void => { root.dataset['theme'] = stored() ?? first ?? (dark.matches ? 'dark' : 'light'); };
  follow();
  dark.addEventListener('change', follow);
  return button('Light or dark', icons.theme, () => {
    root.dataset['theme'] = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(place, root.dataset['theme']);
    } catch {
      // Then it holds for this page.
    }
  }, { 'data-bare': '', class: 'bare theme' });
}
