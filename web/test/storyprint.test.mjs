// Opens a StoryPrint from disk in Chromium, wide and dark, and at phone width in light, and looks around in it. usage: node storyprint.test.mjs PAGE.html SCRATCH_FOLDER
// PAGE: of two drafts, by StoryPrintPageTests. Prints one line for each claim; the exit status is 1 where one fails.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [file, scratch] = process.argv.slice(2);
for (const [name, options] of [['wide', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }], ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true }]]) {
  const page = await openPage(pathToFileURL(file).href, options);
  const heading = () => page.locator('.scene-panel h2').innerText();
  const first = await heading();
  await claim(`${name}: the first scene is told as soon as the page is there`, async () => first.includes('1 INT. HOUSE - DAY') || first);
  await claim(`${name}: an arrow key goes to the next scene, Home back, and the ring shows which`, async () => {
    await page.locator('.ring-view').focus();
    await page.keyboard.press('ArrowRight');
    const next = await page.locator('.ring-view').getAttribute('aria-valuenow');
    const chosen = await page.locator('svg.storyprint g.scene.chosen').count();
    await page.keyboard.press('Home');
    return (next === '2' && chosen === 1 && await heading() === first) || [next, chosen];
  });
  await claim(`${name}: a scene in the ring is told when it is pointed at or touched`, async () => {
    const sector = page.locator('svg.storyprint g.scene').last();
    const box = await sector.locator('path').first().boundingBox();
    await sector.locator('path').first().dispatchEvent('click');
    return (box.width > 0 && await heading() !== first) || box;
  });
  await claim(`${name}: what is in one draft alone is said in words`, async () => {
    await page.keyboard.press('Home');
    for (let i = 0; i < 8; i++) {
      await page.locator('.ring-view').focus();
      await page.keyboard.press('ArrowRight');
      if (/alone|only/i.test(await page.locator('.scene-panel').innerText())) return true;
    }
    return page.locator('.scene-panel').innerText();
  });
  await claim(`${name}: a person's ring stands out alone, and again all do`, async () => {
    const person = page.locator('.people button').first();
    await person.click();
    const dim = await page.locator('.presence.dim').count();
    await person.click();
    return (dim > 0 && await page.locator('.presence.dim').count() === 0) || dim;
  });
  await claim(`${name}: nothing is wider than the window`, () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await claim(`${name}: nothing serious stands in the way of a screen reader`, async () => { const found = await serious(page); return found.length === 0 || found; });
  await page.screenshot({ path: join(scratch, `storyprint-${name}.png`), fullPage: true });
}
await claim('nothing went wrong, and nothing was fetched', () => troubles.length === 0 || troubles);
await end();
