// Makes the pictures of README and guide, from nothing but the film that the demo draws; ./dev pictures calls this in the root of the repository.
// A picture shows a certain place of that film. Where that no longer shows what the text says of it, this stops and says so.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { end, openPage, troubles } from '../web/test/page.mjs';

const place = 'artifacts/pictures';
const out = 'docs/pictures';
const program = 'artifacts/bin/Kinolux.Cli/release/kinolux';
// Nobody's own name and folders are in a picture.
const nobody = { ...process.env, HOME: `${process.cwd()}/${place}/home`, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', KINOLUX_PERSON: 'Ann Archer' };

function kinolux(...words) {
  console.log(`kinolux ${words.join(' ')}`);
  const { status, stderr } = spawnSync(program, words, { env: nobody, encoding: 'utf8' });
  if (status !== 0) throw new Error(`kinolux ${words[0]} ended with ${status}\n${stderr}`);
}

function must(holds, words) {
  if (!holds) throw new Error(`${words}: a picture or its text is not true any more`);
}

async function startStudio(folder) {
  const studio = spawn(program, ['studio', folder, '--no-browser', '--port', '0'], { env: nobody, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((said, failed) => {
    createInterface({ input: studio.stdout }).once('line', said);
    studio.once('exit', () => failed(new Error('the studio does not start')));
  });
  return { studio, address };
}

/** Saves what a page shows, or a part of it. */
async function save(page, name, options = {}) {
  const file = `${out}/${name}.jpg`;
  // The best that is small: grain costs more than letters do.
  for (let quality = 88; quality >= 60; quality -= 4) {
    await page.screenshot({ path: file, type: 'jpeg', quality, animations: 'disabled', ...options });
    if (statSync(file).size < 80_000) break;
  }
  console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`);
}

/** A picture that no page of Kinolux shows, put together from frames and words. */
async function compose(page, name, width, style, body) {
  await page.setViewportSize({ width, height: 1000 });
  await page.setContent(`<!doctype html><style>
    * { box-sizing: border-box; margin: 0 }
    body { width: ${width}px; background: #151515; color: #ededed; font: 14px/1.4 'DejaVu Sans', sans-serif }
    ${style}</style><body>${body}`);
  await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0));
  await save(page, name, { clip: await page.locator('body').boundingBox() });
}

rmSync(place, { recursive: true, force: true });
mkdirSync(`${place}/home`, { recursive: true });
mkdirSync(out, { recursive: true });
const demo = `${place}/demo`;
kinolux('demo', '--out', demo);
kinolux('restore', `${demo}/damaged.mkv`, '-o', `${demo}/conservative.mkv`, '--policy', 'conservative');

const { studio, address } = await startStudio(demo);
try {
  // Three quarters of a desk's screen: wide enough for the pages, sharp where it is shown small.
  const page = await openPage(address, { viewport: { width: 1200, height: 740 }, deviceScaleFactor: 0.75, colorScheme: 'dark' });
  const api = async path => (await page.request.get(`${address}api/${path}`)).json();
  const { films } = await api('films');
  const film = output => films.find(one => one.name === output).id;
  const [standard, conservative] = [film('restored.mkv'), film('conservative.mkv')];
  const picture = async (id, frame, side) => `data:image/png;base64,${(await (await page.request.get(`${address}api/films/${id}/frames/${frame}.png?side=${side}`)).body()).toString('base64')}`;
  const still = () => page.waitForFunction(() => { const wipe = document.querySelector('kx-wipe'); return wipe && wipe.querySelector('.layer.after canvas')?.width === wipe.source[0]; });

  const sheet = await openPage('about:blank', { deviceScaleFactor: 1 }, 'body');
  const seen = 60;
  await compose(sheet, 'before-after', 900, `
    body { height: 506px; position: relative; overflow: hidden }
    img { position: absolute; width: 900px; height: 506px }
    .after { clip-path: inset(0 0 0 50%) }
    i { position: absolute; left: 449px; width: 2px; height: 100%; background: #fff }
    b { position: absolute; bottom: 12px; padding: 3px 10px; border-radius: 4px; background: #000b; font-weight: 400 }`, `
    <img src="${await picture(standard, seen, 'before')}"><img class="after" src="${await picture(standard, seen, 'after')}"><i></i>
    <b style="left: 12px">Before</b><b style="right: 12px">After</b>`);

  // The same two places as each policy has them: one where the sure hand is right, one where it is not.
  const places = [
    { frame: 100, x: 222, y: 40, scale: 1.1, kind: 'blotch', at: [330, 115], words: sure => `A hair in one frame, of which the machine is ${sure} sure. <em>Standard</em> takes it out; <em>conservative</em> leaves it and asks.` },
    { frame: 191, x: 468, y: 150, scale: 3, kind: 'dirt', at: [514, 187], words: sure => `Light on water, taken for dirt: ${sure} sure. <em>Standard</em> dims it, until somebody rejects that; <em>conservative</em> keeps it.` },
  ];
  const asked = await Promise.all([standard, conservative].map(async id => (await api(`works/${id}/questions`)).total.toLocaleString('en')));
  must(readFileSync('docs/guide/restoring-a-film.md', 'utf8').includes(`\`standard\` asks ${asked[0]} questions and \`conservative\` ${asked[1]}`), `the policies ask ${asked.join(' and ')} questions, which the guide does not say`);
  const rows = [];
  for (const one of places) {
    const found = async id => (await api(`works/${id}/proposals/at/${one.frame}`)).items
      .find(({ kind, box }) => kind === one.kind && box && box.x <= one.at[0] && one.at[0] < box.x + box.width && box.y <= one.at[1] && one.at[1] < box.y + box.height);
    const [done, left] = [await found(standard), await found(conservative)];
    must(done?.now.verdict === 'accept' && left?.now.verdict === 'wait', `the two policies no longer differ at ${one.at} of frame ${one.frame}`);
    const at = (x, y, more) => `left: ${(x - one.x) * one.scale}px; top: ${(y - one.y) * one.scale}px; ${more}`;
    const [rim, { box }] = [4, done];
    const outline = `<i style="${at(box.x - rim, box.y - rim, `width: ${(box.width + 2 * rim) * one.scale}px; height: ${(box.height + 2 * rim) * one.scale}px`)}"></i>`;
    const cut = async (id, side) => `<div><img src="${await picture(id, one.frame, side)}" style="${at(0, 0, `width: ${640 * one.scale}px`)}">${outline}</div>`;
    rows.push(`<section>${await cut(standard, 'before')}${await cut(standard, 'after')}${await cut(conservative, 'after')}</section><p>${one.words(`${Math.round(done.confidence * 100)} %`)}</p>`);
  }
  await compose(sheet, 'policies', 900, `
    section, header { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px }
    header { padding: 8px 0; font-weight: 700; text-align: center }
    section div { position: relative; height: 190px; overflow: hidden }
    section div * { position: absolute; max-width: none }
    i { border: 1.5px solid oklch(0.83 0.13 82); border-radius: 4px }
    p { padding: 8px 10px 14px; color: #c8c8c8 } em { font-style: normal; color: #fff }`,
    `<header><span>The film</span><span>Standard</span><span>Conservative</span></header>${rows.join('')}`);

  await page.goto(`${address}films/${standard}?frame=${seen}`);
  await still();
  await page.waitForFunction(() => document.querySelectorAll('kx-timeline .drawing path').length > 0 && [...document.querySelectorAll('.along img')].every(image => image.naturalWidth > 0));
  await save(page, 'film');

  // A frame that is not there any more: the machine is not sure, and shows what it would make.
  await page.goto(`${address}films/${standard}/review`);
  await page.locator('.queue li[data-id^="destroyed-frame-00183"]').click();
  await page.mouse.move(600, 20);
  await page.waitForFunction(() => /frame 183/.test(document.querySelector('.finding-card')?.textContent ?? ''));
  await page.keyboard.press('n');
  await page.waitForSelector('kx-wipe.previews');
  await page.waitForTimeout(1000);
  await save(page, 'review');

  // A knot of thread that the machine missed, under a brush.
  await page.locator('.queue li[data-id^="scratch-00171"]').click();
  await page.waitForSelector('kx-wipe.previews');
  await page.evaluate(() => { document.querySelector('kx-wipe').position = 0; });
  await page.keyboard.press('m');
  await page.locator('.marker-bar select').selectOption('blotch');
  await page.locator('kx-wipe .marker').focus();
  await page.keyboard.press('p');
  // Half of it, so that the thread is seen.
  const at = await page.evaluate(places => {
    const box = document.querySelector('kx-wipe .layer.marks .content').getBoundingClientRect();
    return places.map(([x, y]) => [box.left + (x / 640) * box.width, box.top + (y / 360) * box.height]);
  }, [[246, 138], [238, 146], [240, 160], [252, 164]]);
  await page.mouse.move(...at[0]);
  await page.mouse.down();
  for (const one of at) await page.mouse.move(...one, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(600, 20);
  await page.waitForTimeout(500);
  await save(page, 'mark');

  const phone = await openPage(pathToFileURL(`${demo}/restored.html`).href, { viewport: { width: 390, height: 720 }, hasTouch: true, colorScheme: 'dark' });
  await phone.waitForFunction(() => window.kinoluxAsk && document.querySelector('kx-wipe canvas')?.width > 1);
  const ask = async (frame, x, y, origin) => {
    must((await phone.evaluate(at => window.kinoluxAsk(...at), [frame, x, y])).origin === origin, `${x}, ${y} of frame ${frame} is not ${origin}`);
    await phone.evaluate(at => document.querySelector('kx-wipe').seek(at), frame);
    await phone.waitForTimeout(1000);
    const { left, top, width, height } = await phone.evaluate(() => document.querySelector('kx-wipe .stage').getBoundingClientRect().toJSON());
    await phone.touchscreen.tap(left + width * (x + 0.5) / 640, top + height * (y + 0.5) / 360);
    await phone.waitForFunction(words => document.querySelector('.answer')?.textContent.includes(words), `frame ${frame}, ${x}`);
    await phone.waitForTimeout(300);
    return `data:image/png;base64,${(await phone.screenshot()).toString('base64')}`;
  };
  const phones = [await ask(100, 420, 92, 'repaired'), await ask(65, 470, 250, 'generated')];
  await compose(sheet, 'ask', 840, 'body { display: flex; justify-content: space-between; padding: 20px } img { width: 390px; border-radius: 18px; border: 1px solid #444 }', phones.map(shot => `<img src="${shot}">`).join(''));

  const record = await openPage(pathToFileURL(`${demo}/report/record.html`).href, { viewport: { width: 1060, height: 980 }, deviceScaleFactor: 0.75, colorScheme: 'light' });
  await save(record, 'record');
  const report = await openPage(pathToFileURL(`${demo}/report/index.html`).href, { viewport: { width: 1200, height: 740 }, deviceScaleFactor: 0.75, colorScheme: 'dark' });
  // The worst that is still the film's own.
  await report.locator('kx-contact-sheet button', { hasText: 'dirt' }).first().click();
  await report.mouse.move(600, 20);
  await report.waitForTimeout(1000);
  await save(report, 'report');
} finally {
  studio.kill('SIGINT');
}
for (const trouble of troubles) console.error(trouble);
await end();
