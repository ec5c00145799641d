// Opens the report of a film with thousands of shots and measures how it behaves. usage: node long-report.test.mjs REPORT_FOLDER
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(import.meta.url)('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.KINOLUX_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const troubles = [];
page.on('pageerror', error => troubles.push(error.message));
page.setDefaultTimeout(60_000);
const start = Date.now();
await page.goto(pathToFileURL(join(process.argv[2], 'index.html')).href);
await page.waitForSelector('kx-proposals .shot');
console.log(`open: ${Date.now() - start} ms, ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);

let ok = await page.evaluate(() => document.querySelectorAll('*').length < 6000);
// Looking closely fetches exact values of that part of the film.
await page.locator('kx-timeline .track').focus();
for (let i = 0; i < 12; i++) await page.keyboard.press('+');
await page.waitForTimeout(500);
const closely = await page.evaluate(() => document.querySelector('[data-plot=flicker] .after').getAttribute('d').split('L').length);
console.log(`points of a curve seen closely: ${closely}`);
ok &&= closely > 20 && closely < 200;
// A shot far into the film is decided on.
for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Show more/ }).click();
await page.locator('kx-proposals .shot').nth(150).locator('.open').first().click();
await page.locator('kx-proposals .shot').nth(150).locator('.card').first().waitFor();
console.log(troubles.join('\n'));
await browser.close();
process.exit(ok && troubles.length === 0 ? 0 : 1);
