// A job that came with the folder, and would write over another film. usage: node studio.asking.test.mjs ADDRESS OUTPUT
// Prints one line for each claim; the exit status is 1 where one fails. Run by ForeignJobTests.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, output] = process.argv.slice(2);
const page = await openPage(`${address}jobs`, { viewport: { width: 1366, height: 768 } }, '.job');
const row = page.locator('.job');

await claim('a job that nobody asked for here says what it would write', async () => {
  const words = await row.locator('.job-state').textContent();
  return (words.includes('Waits for your word') && words.includes(output)) || words;
});
await claim('it has one button that lets it run, and one that ends it', async () => {
  const buttons = (await row.locator('.job-do button:visible').allTextContents()).map(words => words.trim());
  return buttons.join() === 'Let it run,Cancel,Log' || buttons;
});
await claim('the head counts it', async () => /1 waits for your word/.test(await page.locator('.page-head').textContent()) || page.locator('.page-head').textContent());
await claim('nothing serious for a screen reader', async () => (await serious(page)).join() || true);
await claim('a click lets it run', async () => {
  await row.getByRole('button', { name: 'Let it run' }).click();
  await page.waitForFunction(() => ['waiting', 'running', 'done'].includes(document.querySelector('.job')?.dataset.state));
  return true;
});
await claim('it runs to its end', async () => {
  await page.waitForFunction(() => document.querySelector('.job')?.dataset.state === 'done', null, { timeout: 400_000 });
  return true;
});
await claim('the films page tells what it leaves out', async () => {
  await page.goto(address);
  await page.waitForSelector('.left-out');
  const words = await page.locator('.left-out').textContent();
  return words.includes('bad.kinolux') || words;
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
