// Opens a report that is not of a film. usage: node report.words.test.mjs REPORT_FOLDER SCRATCH_FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [report, scratch] = process.argv.slice(2);
const open = options => openPage(pathToFileURL(join(report, 'index.html')).href, options, 'kx-proposals .part');

for (const colorScheme of ['dark', 'light']) {
  const page = await open({ viewport: { width: 1440, height: 900 }, colorScheme });
  await claim(`the ${colorScheme} page is accessible`, async () => {
    const found = await serious(page);
    return found.length === 0 || found;
  });
}
const page = await open({ viewport: { width: 1440, height: 900 } });
await claim('its title and words are shown as text', async () =>
  (await page.locator('h1').textContent()) === 'A <plain> text' && (await page.locator('#about p').last().textContent()) === 'Short ones do <not>.');
await claim('a table has its headings', async () => (await page.locator('#words thead th').allTextContents()).join() === 'Word,Where' && (await page.locator('#words tbody tr').count()) === 2);
await claim('a heading puts the rows in order, and once more turns them round', async () => {
  const words = () => page.locator('#words tbody th').allTextContents();
  await page.locator('#words thead button').first().click();
  const first = await words();
  await page.locator('#words thead button').first().click();
  return (first.join() === [...first].sort().join() && (await words()).join() === [...first].reverse().join() && (await page.locator('#words thead th').first().getAttribute('aria-sort')) === 'descending') || first;
});
await claim('nothing of a film is on it', async () => (await page.locator('kx-wipe, kx-timeline, kx-share').count()) === 0);
await claim('parts are called as the engine calls them', async () => {
  await page.getByRole('button', { name: /^All / }).click();
  return (await page.locator('kx-proposals h3').allTextContents()).join() === 'Opening,Ending';
});
await claim('a proposal says its place, and is decided on there', async () => {
  await page.locator('kx-proposals .open').last().click();
  const card = page.locator('kx-proposals .card').first();
  await card.waitFor();
  await card.locator('.reject').click();
  return (await card.locator('.words .time').textContent()).startsWith('Line 4, ');
});
await claim('a kind is decided on everywhere', async () => {
  await page.locator('kx-proposals .chip').first().click();
  await page.locator('kx-proposals .whole .accept').click();
  return (await page.locator('.save-bar b').textContent()) === '2 decisions';
});
await claim('the file says the places', async () => {
  await page.getByLabel('Your name').fill('Ada');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save decisions' }).click()]);
  await download.saveAs(join(scratch, 'decisions.json'));
  const { decisions } = JSON.parse(readFileSync(join(scratch, 'decisions.json'), 'utf8'));
  return decisions.length === 2 && decisions[1].element === 'p2' && decisions[1].quote === 'terminate';
});
const small = await open({ viewport: { width: 390, height: 844 } });
await claim('nothing sticks out of a narrow screen', () => small.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
if (process.argv[4]) {
  await page.screenshot({ path: join(process.argv[4], 'wide.png'), fullPage: true });
  await small.screenshot({ path: join(process.argv[4], 'small.png'), fullPage: true });
}
await claim('nothing is logged, missing or fetched', () => troubles.length === 0 || troubles);
await end();
