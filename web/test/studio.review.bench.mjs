// Reviews every question of every film of a running studio to its end by keys alone, then renders, and prints a table. usage: node studio.review.bench.mjs ADDRESS SHOTS
// What is decided is not judged here: pictures of each question, before and after, go to SHOTS for a person to look at. Run by `./dev bench review FOLDER`.
import { mkdirSync } from 'node:fs';
import { end, openPage, troubles } from './page.mjs';

const [address, shots] = process.argv.slice(2);
mkdirSync(shots, { recursive: true });
const page = await openPage(address, { viewport: { width: 1440, height: 900 } });
const api = path => page.evaluate(async asked => (await fetch(asked)).json(), path);
const press = key => page.keyboard.press(key);
const text = selector => page.locator(selector).first().textContent().catch(() => '');
const current = () => page.locator('.decide-panel .finding-card').getAttribute('data-id');
const slow = { timeout: 120_000 };

/** What is seen before a decision: the repair on the canvas, or nothing more to see. */
const settled = async () => {
  await page.waitForFunction(() => document.querySelector('kx-wipe .layer.after canvas, kx-wipe canvas')?.width > 0, null, slow);
  await page.waitForFunction(() => document.querySelector('kx-wipe.previews'), null, slow);
};

console.log('| film | questions | of findings | what they were | decided by keys | until the repair is seen, s | slowest | still asked | rendered, s |');
console.log('|---|---|---|---|---|---|---|---|---|');
const faults = [];
for (const { id, name } of (await api('/api/films')).films) {
  const first = await api(`/api/works/${id}/questions`);
  const times = [];
  const kinds = new Map();
  const verdicts = new Map();
  await page.goto(`${address}films/${id}/review`);
  await page.waitForSelector('.decide-panel .finding-card, .queue-done:not([hidden])');
  for (let i = 0; i < 80 && (await page.locator('.queue-done:not([hidden])').count()) === 0; i++) {
    const shown = await current();
    const began = Date.now();
    const lost = await page.locator('.lost-frame:not([hidden])').count();
    // A frame that repeats another is looked at as it would be held first.
    if (lost > 0) await press('h');
    await settled().then(() => times.push((Date.now() - began) / 1000), () => faults.push(`${name}: no preview of ${shown}`));
    const kind = await text('.finding-card .kind');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${shots}/${name}-${i + 1}-after.png` });
    await page.keyboard.down('b');
    await page.waitForTimeout(200);
    await page.screenshot({ path: `${shots}/${name}-${i + 1}-before.png` });
    await page.keyboard.up('b');
    // All like this, with its outline, where there is more than one of them.
    const like = Number(await page.locator('[data-scope=like] b').textContent().catch(() => '0'));
    const wide = like > 1 && lost === 0 && (await page.locator('.asks:not([hidden])').count()) === 0;
    if (wide) {
      await press('t');
      await page.waitForSelector('.decide-panel[data-scope=like]');
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${shots}/${name}-${i + 1}-like.png` });
    }
    await press(lost > 0 ? 'h' : 'a');
    await page.waitForFunction(() => /saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? '') && !document.querySelector('.queue .saving'), null, slow);
    const verdict = wide ? 'accept all like it' : lost > 0 ? 'hold' : 'accept';
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if ((await current()) === shown && (await page.locator('.queue-done:not([hidden])').count()) === 0) await press('ArrowDown');
  }
  await page.screenshot({ path: `${shots}/${name}-end.png` });
  const left = await api(`/api/works/${id}/questions`);
  if (left.total > 0) faults.push(`${name}: ${left.total} still asked`);
  const began = Date.now();
  await page.locator('.render-bar .render').focus();
  await press('Enter');
  await page.waitForFunction(() => /up to date/i.test(document.querySelector('.render-bar')?.textContent ?? ''), null, { timeout: 600_000 }).catch(() => faults.push(`${name}: not rendered`));
  const list = map => [...map].map(([key, number]) => `${number} ${key.toLowerCase()}`).join(', ');
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`| ${name} | ${first.total} | ${first.waiting} | ${list(kinds)} | ${list(verdicts)} | ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} | ${(sorted.at(-1) ?? 0).toFixed(1)} | ${left.total} | ${((Date.now() - began) / 1000).toFixed(0)} |`);
}
for (const fault of [...faults, ...troubles]) console.log(`fault: ${fault}`);
await end();
