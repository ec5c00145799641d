// What a writer waits for in the browser: a feature opened, keys, their colours, findings. usage: node studio.script.bench.mjs ADDRESS SCRIPT
// The script was checked, so that findings are on. Run by `./dev bench script-page`.
import { end, openPage, troubles } from './page.mjs';

const [address, id] = process.argv.slice(2);
const at = `${address}scripts/${id}`;
const [opens, keys] = [5, 60];
const page = await openPage(address, { viewport: { width: 1440, height: 900 } });
const row = (what, times, goal) => {
  const [first, ...rest] = times;
  const sorted = rest.toSorted((a, b) => a - b);
  console.log(`| ${what} | ${first.toFixed(0)} ms | ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms | ${sorted.at(-1).toFixed(0)} ms | ${goal} |`);
};
console.log('| in Chromium | first | median | slowest | goal |');
console.log('|---|---|---|---|---|');

const opened = [];
for (let i = 0; i < opens; i++) {
  await page.goto(address);
  await page.waitForSelector('.script-card');
  const began = Date.now();
  await page.goto(at);
  await page.waitForFunction(() => document.querySelector('.scene-list button') && document.querySelector('.material > .script-editor')?.shadowRoot.querySelector('.s-heading') && !document.querySelector('.findings-head select')?.hidden);
  opened.push(Date.now() - began);
}
row('the page open: text coloured, scenes listed, findings marked', opened, '1 s');

await page.evaluate(() => {
  const editor = document.querySelector('.material > .script-editor');
  window.keyed = [];
  editor.addEventListener('keydown', () => {
    const began = performance.now();
    const one = { began, shown: 0 };
    window.keyed.push(one);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { one.shown = performance.now(); };
      port2.postMessage(null);
    });
  }, true);
  performance.setResourceTimingBufferSize(2000);
  performance.clearResourceTimings();
});
await page.locator('.scene-list button').nth(50).click();
await page.locator('.script-editor .cm-content').focus();
await page.keyboard.press('ArrowDown');
await page.keyboard.press('End');
for (let i = 0; i < keys; i++) {
  await page.keyboard.press('a');
  // Now and then the hand rests, and findings are looked for; keys go on meanwhile.
  await page.waitForTimeout(i % 6 === 5 ? 300 : 120);
}
await page.waitForTimeout(800);
const { keyed, read, found } = await page.evaluate(() => ({
  keyed: window.keyed.slice(2),
  read: performance.getEntriesByType('resource').filter(one => one.name.endsWith('/reading')).map(one => ({ began: one.startTime, end: one.responseEnd })),
  found: performance.getEntriesByType('resource').filter(one => one.name.endsWith('/findings')).map(one => one.duration),
}));
row('a key shown', keyed.map(one => one.shown - one.began), '50 ms');
row('its colours there', keyed.map(one => (read.find(other => other.began >= one.began)?.end ?? NaN) - one.began).filter(time => !Number.isNaN(time)), '');
row('findings of what is not saved, once the hand rests', found, '');
if (troubles.length > 0) console.log(troubles.join('\n'));
await end();
