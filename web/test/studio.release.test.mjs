// The studio of an unpacked archive, where neither .NET nor Node.js is at hand: its pages load, and one question is answered. usage: node studio.release.test.mjs ADDRESS
// Prints one line for each claim; the exit status is 1 where one fails. Run by ./dev release.
import { claim, end, openPage, troubles } from './page.mjs';

const [address] = process.argv.slice(2);
const page = await openPage(address, { viewport: { width: 1366, height: 768 } });
const api = async path => (await page.request.get(`${address}api/${path}`)).json();
const { id, name } = (await api('films')).films.find(one => one.state === 'restored');
const asked = async () => (await api(`works/${id}/questions`)).total;

await claim('the film is on the first page and opens', async () => {
  await page.getByText(name, { exact: true }).first().click();
  await page.waitForSelector('.film-page kx-wipe canvas');
  return true;
});
await claim('a question’s repair is seen, and A accepts it', async () => {
  await page.goto(`${address}films/${id}/review`);
  await page.waitForSelector('.finding-card');
  await page.waitForSelector('kx-wipe.previews');
  const before = await asked();
  await page.keyboard.press('a');
  // Nobody decided here yet, so that a name is asked for.
  await page.waitForSelector('dialog.ask-name[open]');
  await page.keyboard.type('Ann Archer');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  return (await asked()) === before - 1 || [before, await asked()];
});
await claim('it stands in the history, with who and what', async () => {
  const [last] = (await api(`works/${id}/history`)).entries;
  return (last.by === 'Ann Archer' && last.verdict === 'accept') || last;
});
await claim('nothing is logged, missing or asked of another place', () => troubles.length === 0 || troubles);
await end();
