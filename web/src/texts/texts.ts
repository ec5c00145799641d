import { en } from './en.ts';

/** What a language says: all that a page shows, with its plurals, order of words, numbers and times. */
export type Texts = typeof en;

// A language is a file of this folder, and stands here.
const languages: Record<string, Texts> = { en };

/** The texts in the first of the reader's languages that there is. */
export const texts: Texts = navigator.languages.map(tag => languages[tag.split('-')[0] ?? '']).find(one => one !== undefined) ?? en;

document.documentElement.lang = texts.language;
