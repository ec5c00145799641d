// Opens a page that answers why from disk in Chromium, at phone width, and asks it. usage: node ask.test.mjs PAGE.html QUESTIONS.json SCRATCH_FOLDER
// QUESTIONS: what kinolux why answers at many places. Prints one line for each claim; the exit status is 1 where one fails. Run by AskExportTests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [file, questions, scratch] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(questions, 'utf8'));
const page = await openPage(pathToFileURL(file).href, { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true });
await page.waitForFunction(() => window.kinoluxAsk && document.querySelector('kx-wipe canvas'));
await page.waitForFunction(() => document.querySelector('video')?.readyState >= 2 || document.querySelector('kx-wipe canvas').width > 1);

await claim(`it answers ${asked.length} places exactly as kinolux why does`, async () => {
  const wrong = await page.evaluate(places => places.filter(({ frame, x, y, origin, lines }) => {
    const answer = window.kinoluxAsk(frame, x, y);
    const said = [answer.words, ...(answer.remark ? [answer.remark] : []), ...answer.reasons.flatMap(reason => reason.lines)];
    return answer.origin !== origin || JSON.stringify(said) !== JSON.stringify(lines);
  }).slice(0, 3).map(place => ({ place, answer: window.kinoluxAsk(place.frame, place.x, place.y) })), asked);
  if (wrong.length) console.log(JSON.stringify(wrong, null, 1));
  return wrong.length === 0;
});
await claim('an answer takes no 50 ms, its words on the page included', async () => (await page.evaluate(places => {
  const began = performance.now();
  for (const { frame, x, y } of places) window.kinoluxAsk(frame, x, y);
  return (performance.now() - began) / places.length;
}, asked)) < 50);
await claim('a tap in the picture is answered below it', async () => {
  const box = await page.locator('kx-wipe .stage').boundingBox();
  const { frame, x, y, lines } = asked.find(one => one.origin === 'repaired' && one.x > 60 && one.x < 90);
  await page.evaluate(at => document.querySelector('kx-wipe').seek(at), frame);
  await page.waitForFunction(at => document.querySelector('.player output').value.endsWith(`· ${at}`), frame);
  const [width, height] = await page.evaluate(() => document.querySelector('kx-wipe').source);
  await page.touchscreen.tap(box.x + box.width * (x + 0.5) / width, box.y + box.height * (y + 0.5) / height);
  await page.waitForFunction(() => document.querySelector('.answer h2'));
  const text = await page.locator('.answer').innerText();
  return text.includes('Repaired') && text.includes(lines[0]) && text.includes(`frame ${frame}`);
});
await claim('evidence is behind a word', async () => {
  await page.locator('.answer summary').first().click();
  return (await page.locator('.answer li').first().isVisible());
});
await claim('it plays and says which frame it shows', async () => {
  const before = await page.locator('.player output').textContent();
  await page.locator('.player button').first().click();
  await page.waitForFunction(was => document.querySelector('.player output').value !== was, before);
  await page.locator('.player button').first().click();
  return true;
});
await claim('nothing is wider than the window', () => page.evaluate(() => document.documentElement.scrollWidth <= 390));
await claim('nothing serious stands in the way of a screen reader', async () => { const found = await serious(page); return found.length === 0 || found; });
await page.screenshot({ path: join(scratch, 'ask-phone.png'), fullPage: true });
await claim('nothing went wrong, and nothing was fetched', () => troubles.length === 0 || troubles);
await end();
