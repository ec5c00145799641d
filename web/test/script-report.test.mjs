// Opens the report of a script from disk in Chromium: wide, in both themes, and at phone width. usage: node script-report.test.mjs REPORT_FOLDER SCRATCH_FOLDER
// The report is ScriptReportTests': a finding is waived, two names are one person's. Prints one line for each claim; the exit status is 1 where one fails.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [report, scratch] = process.argv.slice(2);
const sizes = [['dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }], ['light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }], ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true }]];
for (const [name, options] of sizes) {
  const page = await openPage(pathToFileURL(join(report, 'index.html')).href, options);
  await claim(`${name}: its title is the script's`, async () => (await page.locator('h1').textContent()) === 'The Voyage');
  await claim(`${name}: StoryPrint, arc and network are pictures that are there`, async () => {
    for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded();
    const widths = await page.locator('main img').evaluateAll(images => Promise.all(images.map(async image => { await image.decode(); return image.naturalWidth; })));
    return (widths.length === 3 && widths.every(width => width > 0)) || widths;
  });
  await claim(`${name}: the first picture is seen without scrolling`, async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator('main img').first().boundingBox();
    return box.y < options.viewport.height || box;
  });
  await claim(`${name}: what is meant so has its reason`, async () => /Meant so: 1/.test(await page.locator('#continuity').innerText()) && /scene 2 was cut/.test(await page.locator('#continuity').innerText()));
  await claim(`${name}: two names that are one person's are one row`, async () => (await page.locator('#people tbody th').allTextContents()).some(text => text === 'JO REED = REED'));
  await claim(`${name}: nothing is wider than the window`, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await claim(`${name}: nothing serious stands in the way of a screen reader`, async () => { const found = await serious(page); return found.length === 0 || found; });
  await page.screenshot({ path: join(scratch, `report-${name}.png`), fullPage: true });
  for (const [link, sees] of [['Look around in it', '.ring-view'], ['Read the script', 'h2']])
    await claim(`${name}: ${link} leads there`, async () => {
      const href = await page.getByRole('link', { name: link }).first().getAttribute('href');
      const there = await openPage(new URL(href, pathToFileURL(join(report, 'index.html'))).href, options, sees);
      const fits = await there.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      const found = await serious(there);
      await there.screenshot({ path: join(scratch, `${href}-${name}.png`) });
      await there.close();
      return (fits && found.length === 0) || [fits, found];
    });
}
await claim('nothing went wrong, and nothing was fetched', () => troubles.length === 0 || troubles);
await end();
