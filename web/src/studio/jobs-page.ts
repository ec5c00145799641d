import type { Page } from './page.ts';

export const jobsPage: Page = () => undefined;
