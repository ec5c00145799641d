import type { Page } from './page.ts';

export const reviewPage: Page = () => undefined;
