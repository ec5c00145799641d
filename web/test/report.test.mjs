// Opens a report from disk in Chromium and uses it as a person would. usage: node report.test.mjs REPORT_FOLDER BARE_REPORT_FOLDER SCRATCH_FOLDER
// Prints one line for each claim; the exit status is 1 where one fails. Run by ReportPageTests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [report, bare, scratch] = process.argv.slice(2);
const open = (options, folder = report) => openPage(pathToFileURL(join(folder, 'index.html')).href, options);

const background = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const edge = page => page.evaluate(() => document.querySelector('kx-wipe').position);

const page = await open({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
await claim('the title is shown as text', async () => (await page.locator('h1').textContent()).includes('</script>'));
await claim('pictures before and after are loaded', () => page.evaluate(() => [...document.querySelectorAll('kx-wipe img')].every(image => image.decode && image.complete && image.naturalWidth > 0)));
await claim('the wipe moves by keyboard', async () => {
  const start = await edge(page);
  await page.locator('kx-wipe .edge').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  return Math.abs((await edge(page)) - start - 0.1) < 1e-9 && (await page.locator('kx-wipe .edge').getAttribute('aria-valuenow')) === '60';
});
await claim('the wipe follows the pointer', async () => {
  const box = await page.locator('kx-wipe .stage').boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.25, box.y + 20);
  await page.mouse.up();
  return Math.abs((await edge(page)) - 0.25) < 0.01;
});
await claim('every plot is drawn', () => page.evaluate(() =>
  [...document.querySelectorAll('kx-timeline .plot')].length >= 5 && [...document.querySelectorAll('kx-timeline .drawing')].every(one => [...one.querySelectorAll('path:not(.zero)')].some(path => path.getAttribute('d').length > 10))));
await claim('a place in the film can be reached by keyboard', async () => {
  await page.locator('kx-timeline .track').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  return (await page.locator('kx-timeline .track').getAttribute('aria-valuenow')) !== '0';
});
await claim('the stacked video plays and stops', async () => {
  await page.locator('.strip .film').click();
  await page.waitForFunction(() => document.querySelector('kx-wipe canvas') && document.querySelector('kx-wipe').playing);
  await page.waitForFunction(() => Number(document.querySelector('kx-wipe .player input').value) > 2);
  await page.keyboard.press(',');
  await page.waitForTimeout(300);
  const place = await page.locator('kx-wipe .player output').textContent();
  return /^00:00:0\d:\d\d · \d+$/.test(place) && !(await page.evaluate(() => document.querySelector('kx-wipe').playing));
});
await claim('the video shows the very frame that is asked for', async () => {
  // The sample's bright square begins 9 + n samples from the left of its 160 in frame n; its row at three eighths of the height keeps clear of the edge's grip.
  const place = async frame => {
    const shot = await page.locator('kx-wipe .stage').screenshot();
    return page.evaluate(async ([png, n]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const row = canvas.getImageData(0, Math.round(image.height * 0.375), image.width, 1).data;
      const reach = Math.round(image.width / 160);
      const step = x => row[4 * (x + reach)] - row[4 * (x - reach)];
      // The wipe's own edge stands at the far left.
      let rise = 10 * reach;
      for (let x = rise; x < image.width - reach; x++) if (step(x) > step(rise)) rise = x;
      return (rise / image.width) * 160 - 9 - n;
    }, [shot.toString('base64'), frame]);
  };
  const places = [];
  for (const frame of [24, 31, 46]) {
    await page.evaluate(n => {
      const wipe = document.querySelector('kx-wipe');
      wipe.position = 0;
      wipe.seek(n);
    }, frame);
    // A loaded machine needs a while to decode it; another frame than this one it never stays at.
    let off = await place(frame);
    for (const until = Date.now() + 10_000; Math.abs(off) >= 0.75 && Date.now() < until;) off = await place(frame);
    places.push(off);
  }
  return places.every(off => Math.abs(off) < 0.75) || places;
});
await claim('before and after differ', async () => {
  const sides = [];
  for (const position of [0, 1]) {
    await page.evaluate(to => { document.querySelector('kx-wipe').position = to; }, position);
    sides.push((await page.locator('kx-wipe .layer.before').screenshot()).toString('base64'));
  }
  return sides[0] !== sides[1];
});
await claim('the contact sheet shows its worst frame first and opens it', async () => {
  const card = page.locator('#worst kx-contact-sheet button').first();
  await card.click();
  return (await page.locator('kx-wipe .caption').textContent()).includes(await card.locator('.caption b').textContent());
});
await claim('a list of proposals is read from its own file', async () => {
  await page.getByRole('button', { name: /^All / }).click();
  await page.locator('kx-proposals .open', { hasText: 'dirt' }).first().click();
  await page.locator('kx-proposals .card').first().waitFor();
  return (await page.locator('kx-proposals .card .words p').first().textContent()) === 'dirt <b>found</b>';
});
await claim('decisions are saved', async () => {
  await page.locator('kx-proposals .card .reject').first().click();
  await page.locator('kx-proposals .card kx-decide input').first().fill('a bird');
  await page.locator('kx-proposals .line', { hasText: 'scratch' }).first().locator('.accept').click();
  await page.getByLabel('Your name').fill('Ada');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save decisions' }).click()]);
  await download.saveAs(join(scratch, 'decisions.json'));
  const { decisions } = JSON.parse(readFileSync(join(scratch, 'decisions.json'), 'utf8'));
  return decisions.length === 2 && decisions[0].kind === 'scratch' && decisions[1].reason === 'a bird' && decisions.every(one => one.by === 'Ada');
});
await claim('decisions outlive the page', async () => {
  await page.reload();
  return (await page.locator('.save-bar b').textContent()) === '2 decisions';
});
await claim('the dark page is accessible', async () => {
  const found = await serious(page);
  return found.length === 0 || found;
});
await claim('the theme can be changed', async () => {
  const dark = await background(page);
  await page.getByRole('button', { name: 'Light or dark' }).click();
  return dark !== (await background(page));
});
await claim('the light page is accessible', async () => {
  const found = await serious(page);
  return found.length === 0 || found;
});

const small = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'light' });
await claim('the system’s light theme is followed', async () => (await background(small)) !== (await background(await open({ colorScheme: 'dark' }))));
await claim('nothing sticks out of a narrow screen', () => small.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
await claim('a report without pictures or proposals opens', async () => {
  const empty = await open({}, bare);
  return (await empty.locator('h1').textContent()) === 'Bare' && (await empty.locator('kx-wipe').count()) === 0;
});
await claim('nothing is logged, missing or fetched', () => troubles.length === 0 || troubles);
await end();
