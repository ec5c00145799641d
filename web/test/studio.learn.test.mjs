// Three rejections for one reason spare questions, visibly, and until one is taken back; a repair that is seen before it is decided on is covered by nothing.
// usage: node studio.learn.test.mjs ADDRESS FILM
// Prints one line for each claim; the exit status is 1 where one fails. Run by LessonTests.
import { claim, end, openPage, troubles } from './page.mjs';

const [address, film] = process.argv.slice(2);
const page = await openPage(`${address}films/${film}/review`, { viewport: { width: 1366, height: 768 } }, '.decide-panel .finding-card');
const questions = () => page.evaluate(async asked => (await fetch(asked)).json(), `/api/works/${film}/questions?count=500`);
const said = words => page.waitForFunction(wanted => document.querySelector('.aloud[aria-live]')?.textContent.includes(wanted), words);
const current = () => page.locator('.decide-panel .finding-card').getAttribute('data-id');
const total = async () => Number((await page.locator('.queue-part h2 .time').first().textContent()).split(' of ')[1].replaceAll(',', ''));
const spread = async () => page.evaluate(() => [...document.querySelectorAll('.queue li')].map(one => one.dataset.id));
const all = await questions();
const surest = [...all.items].sort((a, b) => b.example.confidence - a.example.confidence).slice(0, 3).map(one => one.example.id);

async function goTo(id) {
  for (let i = 0; i < all.total; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < all.total && (await current()) !== id; i++) await page.keyboard.press('ArrowDown');
}

await claim('what is looked at is covered by no colour', async () => {
  await goTo(surest[0]);
  await page.waitForSelector('.masks .chosen path', { state: 'attached' });
  const opacity = await page.evaluate(() => getComputedStyle(document.querySelector('.masks .chosen path')).fillOpacity);
  return opacity === '0' || opacity;
});
await claim('two rejections spare nothing', async () => {
  for (const id of surest.slice(0, 2)) {
    await goTo(id);
    await page.keyboard.press('r');
    await said('saved');
    await page.waitForFunction(wanted => document.querySelector(`.queue li[data-id="${wanted}"] .reject`), id);
  }
  return ((await page.locator('.spared').count()) === 0 && (await total()) === all.total) || [await total(), all.total];
});
await claim('the third says how many questions that saved, and those are gone', async () => {
  await goTo(surest[2]);
  await page.keyboard.press('r');
  await page.waitForSelector('.spared');
  const now = await questions();
  const asked = new Set(now.items.map(one => one.example.id));
  const words = await page.locator('.spared').textContent();
  const stale = (await spread()).filter(id => !asked.has(id) && !surest.includes(id));
  return (now.spared > 0 && words.startsWith(`${now.spared} question`) && (await total()) === now.total + 3 && stale.length === 0) || { spared: now.spared, asked: now.total, words, total: await total(), stale };
});
await claim('what was decided stands where it stood', async () =>
  (await page.locator('.queue li .reject').count()) === 3 || page.locator('.queue li .reject').count());
await claim('taking one back asks them all again', async () => {
  await page.keyboard.press('u');
  await said('Undone');
  await page.waitForFunction(() => !document.querySelector('.spared'));
  const now = await questions();
  return (now.spared === 0 && now.total === all.total - 2 && (await total()) === now.total) || { spared: now.spared, asked: now.total, total: await total() };
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
