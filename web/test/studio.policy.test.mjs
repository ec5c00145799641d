// Which policy decides where nobody did is chosen on the film's page and in the review. usage: node studio.policy.test.mjs ADDRESS FILM
// Prints one line for each claim; the exit status is 1 where one fails. Run by PolicyTests.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, film] = process.argv.slice(2);
const page = await openPage(`${address}films/${film}`, { viewport: { width: 1366, height: 768 } }, '.policy-choice [aria-pressed=true]');
const api = async rest => (await page.request.get(`${address}api/works/${film}${rest}`)).json();
const pressed = () => page.locator('.policy-choice [aria-pressed=true]').allTextContents();
const choose = name => page.locator('.policy-choice').getByRole('button', { name }).click();
const inForce = name => page.waitForSelector(`.policy-choice [data-policy=${name}][aria-pressed=true]`);
const asked = async () => (await api('/questions')).total;
const before = await asked();

await claim('the film’s page says that the standard policy decides, and what that means', async () => {
  const words = await page.locator('.policy-choice').textContent();
  return ((await pressed()).join() === 'Standard' && words.includes('more likely right than wrong')) || words;
});
await claim('conservative is one press away, and is what the next run decides by', async () => {
  await choose('Conservative');
  await inForce('conservative');
  return (await api('/policy')).name === 'conservative' || api('/policy');
});
await claim('the history says who chose it', async () => {
  await page.waitForFunction(() => /policy conservative/.test(document.querySelector('.history')?.textContent ?? ''));
  return /policy conservative.*tester/.test(await page.locator('.history').textContent()) || page.locator('.history').textContent();
});
await claim('the review shows the same, and asks of what the standard policy did unasked', async () => {
  await page.goto(`${address}films/${film}/review`);
  await page.waitForSelector('.finding-card');
  await inForce('conservative');
  return (await asked()) > before || [before, await asked()];
});
await claim('nothing serious for a screen reader', async () => (await serious(page)).join() || true);
await claim('choosing in the review brings its questions with it', async () => {
  const all = await page.locator('.queue li').count();
  await choose('Standard');
  await inForce('standard');
  await page.waitForFunction(had => document.querySelectorAll('.queue li').length < had, all);
  return (await api('/policy')).name === 'standard';
});
await claim('undo brings the policy before back, and its questions', async () => {
  await page.keyboard.press('u');
  await inForce('conservative');
  await page.waitForFunction(() => document.querySelectorAll('.queue li').length > 0);
  return (await asked()) > before;
});
await claim('whose limit was moved is no longer said to be the offered one', async () => {
  await page.locator('.kind-part .line').first().click();
  const slider = page.locator('.threshold input').first();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.querySelectorAll('.policy-choice [aria-pressed=true]').length === 0);
  const words = await page.locator('.policy-choice').textContent();
  return words.includes('conservative, changed') || words;
});
await claim('on a phone it is in sight and nothing is wider than the window', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const found = [];
  for (const rest of ['', '/review']) {
    await page.goto(`${address}films/${film}${rest}`);
    await page.waitForSelector('.policy-choice p:not(:empty)');
    const box = await page.locator('.policy-choice .segmented').boundingBox();
    found.push(box.x >= 0 && box.x + box.width <= 390, await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
  }
  return found.every(Boolean) || found;
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
