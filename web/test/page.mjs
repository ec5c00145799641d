// What the browser tests share: Chromium, claims that are printed one by one, and what a page must not do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const troubles = [];
const browser = await chromium.launch({
  executablePath: process.env.KINOLUX_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let failed = 0;

/** Prints whether a claim holds; `check` answers true, or what was seen instead. */
export async function claim(words, check) {
  try {
    const said = await check();
    if (said !== true) throw new Error(`was ${JSON.stringify(said)}`);
    console.log(`ok    ${words}`);
  } catch (cause) {
    failed++;
    console.log(`FAIL  ${words}: ${cause.message.split('\n').slice(0, 3).join(' ')}`);
  }
}

/** Opens an address; what it logs, misses or asks of other places is trouble. */
export async function openPage(address, options = {}, wait = 'h1') {
  const home = new URL(address);
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', message => { if (message.type() === 'error') troubles.push(message.text()); });
  page.on('pageerror', error => troubles.push(error.message));
  page.on('requestfailed', request => { if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) troubles.push(`${request.url()} ${request.failure()?.errorText}`); });
  page.on('request', request => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && (asked.protocol !== home.protocol || asked.host !== home.host)) troubles.push(`left its place: ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector(wait);
  return page;
}

/** What axe-core finds serious or worse. */
export async function serious(page) {
  // Through the debugger: the studio's content policy lets no other script in.
  await page.evaluate(`${axe};0`);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
  return found.violations.filter(one => ['serious', 'critical'].includes(one.impact)).map(one => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
}

export async function end() {
  await browser.close();
  process.exit(failed ? 1 : 0);
}
