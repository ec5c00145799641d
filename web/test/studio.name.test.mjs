// Who decides is asked for once, and all that was said can be undone after the page was loaded again. usage: node studio.name.test.mjs ADDRESS FILM
// Prints one line for each claim; the exit status is 1 where one fails. Run by PersonTests.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, film] = process.argv.slice(2);
const page = await openPage(`${address}films/${film}/review`, { viewport: { width: 390, height: 844 } }, '.finding-card');
const history = async () => (await (await page.request.get(`${address}api/works/${film}/history`)).json()).entries;

await claim('the first decision asks for a name', async () => {
  await page.keyboard.press('r');
  await page.waitForSelector('dialog.ask-name[open]');
  return (await history()).length === 0 || history();
});
await claim('the question fits a phone', async () => {
  const box = await page.locator('dialog.ask-name').boundingBox();
  return (box.x >= 0 && box.x + box.width <= 390) || box;
});
await claim('on a phone the picture is on top, the decisions are in sight, and nothing is wider than the window', async () => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const [picture, accept] = [await page.locator('kx-wipe .surround').boundingBox(), await page.locator('.actions .accept').boundingBox()];
  return (wide <= 390 && picture.height > 150 && picture.y < 120 && accept.y > picture.y + picture.height && accept.y + accept.height <= 844) || { wide, picture, accept };
});
await claim('nothing serious for a screen reader', async () => (await serious(page)).join() || true);
await claim('who would rather not say decides nothing', async () => {
  await page.getByRole('button', { name: 'Not now' }).click();
  return (await history()).length === 0 || history();
});
await claim('a name is kept, and the decision stands under it', async () => {
  await page.keyboard.press('r');
  await page.keyboard.type('Ann Archer');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  const [last] = await history();
  return (last.by === 'Ann Archer' && last.verdict === 'reject') || last;
});
await claim('it is not asked for again', async () => {
  await page.reload();
  await page.waitForSelector('.finding-card');
  await page.keyboard.press('r');
  await page.waitForFunction(() => /saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  return (await page.locator('dialog.ask-name').count()) === 0 && (await history()).length === 2;
});
await claim('undo survives a reload', async () => {
  await page.reload();
  await page.waitForSelector('.finding-card');
  for (const left of [1, 0]) {
    await page.keyboard.press('u');
    await page.waitForFunction(() => /Undone/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
    await page.waitForFunction(async ([path, wanted]) => (await (await fetch(path)).json()).entries.filter(one => one.batch && !one.undone).length === wanted, [`/api/works/${film}/history`, left]);
  }
  return true;
});
await claim('the history says what was taken back, and by whom', async () => {
  await page.goto(`${address}films/${film}`);
  await page.waitForSelector('.history .undone');
  const words = await page.locator('.history').textContent();
  return (/Taken back: .*rejected/.test(words) && words.includes('Ann Archer')) || words;
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
