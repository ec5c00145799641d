// A frame that repeats another: hold, leave, generate, each seen before it is decided on. usage: node studio.lost.test.mjs ADDRESS FILM [PICTURES]
// Prints one line for each claim; the exit status is 1 where one fails. Run by LostFrameTests. With a folder for pictures, what the page looks like is kept there.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, film, pictures = process.env.KINOLUX_PICTURES] = process.argv.slice(2);
const page = await openPage(`${address}films/${film}/review`, { viewport: { width: 1366, height: 768 } }, '.decide-panel .finding-card');
const buttons = page.locator('.lost-frame button');
const asked = `/api/works/${film}/proposals?kind=duplicate-frame&state=all`;
const items = () => page.evaluate(async at => (await (await fetch(at)).json()).items, asked);
const saved = verdict => page.waitForFunction(async ([at, wanted]) => (await (await fetch(at)).json()).items[0].now.verdict === wanted, [asked, verdict]);
const repeat = `${address}films/${film}/review?id=${(await items())[0].id}`;
const open = async () => {
  await page.goto(repeat);
  await page.waitForSelector('.lost-frame button');
};

/** The samples that the canvas shows after restoration. */
const shown = () => page.evaluate(() => {
  const canvas = document.querySelector('kx-wipe .layer.after canvas');
  return [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data].join();
});
const previews = () => page.waitForFunction(() => document.querySelector('kx-wipe.previews'));
const back = async () => {
  await page.keyboard.press('u');
  await saved('wait');
  await open();
};
const keep = async name => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` }); };

await claim('a repeat waits, with three buttons of its own and no others but undo', async () => {
  await open();
  const words = await page.locator('.decide-panel :is(.lost-frame, .actions) button:visible').allTextContents();
  return words.map(one => one.trim()).join() === 'Hold,Leave,Generate,Undo' || words;
});
await claim('nothing serious for a screen reader', async () => (await serious(page)).join() || true);
let leave;
await claim('the first press of a key shows what it makes, and decides nothing', async () => {
  await page.keyboard.press('v');
  await previews();
  leave = await shown();
  await page.keyboard.press('n');
  await page.waitForFunction(was => {
    const canvas = document.querySelector('kx-wipe .layer.after canvas');
    return [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data].join() !== was;
  }, leave);
  await keep('generate');
  return (await items())[0].now.verdict === 'wait' && (await buttons.nth(2).getAttribute('aria-pressed')) === 'true';
});
await claim('pressed again it decides: N generates', async () => {
  await page.keyboard.press('n');
  await saved('accept');
  await back();
  return true;
});
await claim('H holds: the frame before is to stand here', async () => {
  await page.keyboard.press('h');
  await previews();
  await page.keyboard.press('h');
  await saved('edit');
  const [one] = await items();
  await back();
  return one.change?.donor === -1 || one;
});
await claim('under the mouse it is seen, and one click decides: Leave', async () => {
  await buttons.nth(1).hover();
  await previews();
  await keep('leave');
  await buttons.nth(1).click();
  await saved('reject');
  await open();
  const words = await page.locator('.finding-card .decided').textContent();
  return /^Left by /.test(words.trim()) || words;
});
await claim('on a telephone the first tap shows, the second decides', async () => {
  const phone = await openPage(repeat, { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'light' }, '.lost-frame button');
  const hold = phone.locator('.lost-frame button').first();
  await hold.scrollIntoViewIfNeeded();
  await hold.tap();
  await phone.waitForFunction(() => document.querySelector('.lost-frame [aria-pressed=true]'));
  const before = (await items())[0].now.verdict;
  if (pictures) await phone.screenshot({ path: `${pictures}/phone.png` });
  await hold.tap();
  await saved('edit');
  return before === 'reject' || before;
});
await claim('nothing went wrong on the way', () => troubles.length === 0 || troubles);
await end();
