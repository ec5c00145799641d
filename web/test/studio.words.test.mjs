// Walks through a work of an engine that the studio does not know by name: run, decide, mark, write, ask.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, work] = process.argv.slice(2);
const pictures = process.env.KINOLUX_PICTURES;
const page = await openPage(address, { viewport: { width: 1366, height: 820 } }, '.films-page');
const proposals = async state => (await (await page.request.get(`${address}api/works/${work}/proposals?state=${state}&order=place`)).json()).items;
const keep = async name => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` }); };

await claim('it is on the first page, and opens', async () => {
  await page.locator('.other-works a', { hasText: 'memo' }).click();
  await page.waitForSelector('.review-page');
  return new URL(page.url()).pathname === `/works/${work}`;
});
await claim('what its engine can do stands on buttons, and runs', async () => {
  await page.getByRole('button', { name: 'Find words' }).click();
  await page.waitForSelector('.text-page mark');
  return (await proposals('waiting')).length === 2;
});
await claim('its words are marked in the colour and with the title of their kind', async () => {
  await page.waitForSelector('.finding-card');
  const mark = page.locator('.text-page mark').first();
  const colour = await mark.evaluate(node => node.style.getPropertyValue('--kind'));
  const title = await page.locator('.finding-card h3').first().textContent();
  return (colour === 'var(--tone-violet)' && title === 'Long word') || [colour, title];
});
await claim('what the change does, and the place, are said', async () => {
  const words = await page.locator('.finding-card').first().textContent();
  return (/line \d/.test(words) && /instead/.test(words)) || words;
});
await claim('nothing serious for a screen reader', async () => {
  await keep('words-light');
  const found = await serious(page);
  return found.length === 0 || found;
});
await claim('a click on marked words goes to them, and A accepts', async () => {
  await page.locator('.text-page mark', { hasText: 'commence' }).click();
  await page.waitForFunction(() => document.querySelector('.text-page mark.chosen')?.textContent === 'commence');
  await page.keyboard.press('a');
  await page.waitForFunction(async path => (await (await fetch(path)).json()).total === 1, `/api/works/${work}/proposals?state=waiting`);
  return true;
});
await claim('U takes it back, and it is accepted again', async () => {
  await page.keyboard.press('u');
  await page.waitForFunction(async path => (await (await fetch(path)).json()).total === 2, `/api/works/${work}/proposals?state=waiting`);
  await page.locator('.text-page mark', { hasText: 'commence' }).click();
  await page.waitForFunction(() => document.querySelector('.text-page mark.chosen')?.textContent === 'commence');
  await page.keyboard.press('a');
  await page.waitForFunction(async path => (await (await fetch(path)).json()).total === 1, `/api/works/${work}/proposals?state=waiting`);
  return true;
});
await claim('words are marked by hand', async () => {
  await page.getByRole('button', { name: 'Mark', exact: true }).click();
  await page.waitForSelector('.marking:not([hidden])');
  await page.evaluate(() => {
    const words = document.querySelector('[data-element="p1"]');
    const node = [...words.childNodes].find(child => child.textContent.includes('the mill'));
    const reach = document.createRange();
    const at = node.textContent.indexOf('mill');
    reach.setStart(node, at);
    reach.setEnd(node, at + 4);
    getSelection().removeAllRanges();
    getSelection().addRange(reach);
  });
  await page.locator('.marking').getByRole('button', { name: 'Save' }).click();
  await page.waitForFunction(async path => (await (await fetch(path)).json()).items.some(item => item.quote === 'mill' && item.source.isPerson), `/api/works/${work}/proposals?state=all`);
  await page.waitForFunction(() => [...document.querySelectorAll('.text-page mark')].some(mark => mark.textContent === 'mill'));
  return true;
});
await claim('it is taken back by undo', async () => {
  await page.keyboard.press('u');
  await page.waitForFunction(async path => !(await (await fetch(path)).json()).items.some(item => item.quote === 'mill'), `/api/works/${work}/proposals?state=all`);
  return true;
});
await claim('the output is written', async () => {
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.waitForFunction(async path => (await (await fetch(path)).json()).hasOutput, `/api/works/${work}`);
  return true;
});
await claim('what is decided after it was made is said to be missing in it', async () => {
  await page.locator('.states button', { hasText: 'All' }).click();
  await page.locator('.text-page mark', { hasText: 'utilize' }).click();
  await page.waitForFunction(() => document.querySelector('.text-page mark.chosen')?.textContent === 'utilize');
  await page.keyboard.press('r');
  await page.waitForFunction(() => /what was decided changed/.test(document.querySelector('.render-bar')?.textContent ?? ''));
  return true;
});
await claim('the jobs page links to it', async () => {
  await page.goto(`${address}jobs`);
  await page.waitForSelector('.job');
  return (await page.locator('.job h3 a').first().getAttribute('href')) === `/works/${work}`;
});
await claim('on a phone nothing is wider than the window', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}works/${work}`);
  await page.waitForSelector('.text-page mark');
  await keep('words-phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide <= 390 || wide;
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
