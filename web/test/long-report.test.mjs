// Opens the report of a film with thousands of shots and measures how it behaves. usage: node long-report.test.mjs REPORT_FOLDER
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, troubles } from './page.mjs';

const start = Date.now();
const page = await openPage(pathToFileURL(join(process.argv[2], 'index.html')).href, { viewport: { width: 1440, height: 900 } }, 'kx-proposals .part');
console.log(`open: ${Date.now() - start} ms, ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);

await claim('a page of thousands of shots is made of few elements', () => page.evaluate(() => document.querySelectorAll('*').length < 6000));
await claim('looking closely fetches exact values of that part of the film', async () => {
  await page.locator('kx-timeline .track').focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('+');
  await page.waitForTimeout(500);
  const points = await page.evaluate(() => document.querySelector('[data-plot=flicker] .after').getAttribute('d').split('L').length);
  return (points > 20 && points < 200) || points;
});
await claim('a shot far into the film is decided on', async () => {
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Show more/ }).click();
  await page.locator('kx-proposals .part').nth(150).locator('.open').first().click();
  await page.locator('kx-proposals .part').nth(150).locator('.card').first().waitFor();
  return true;
});
await claim('nothing is logged, missing or fetched', () => troubles.length === 0 || troubles);
await end();
