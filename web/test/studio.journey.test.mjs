// A person's way through the studio with an old film, mostly by keyboard. usage: node studio.journey.test.mjs ADDRESS FILM PERSON
// Prints one line for each claim; the exit status is 1 where one fails. Run by StudioJourneyTests.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, name, person] = process.argv.slice(2);
const rendering = 400_000;
const page = await openPage(address, { viewport: { width: 1366, height: 768 } });
const api = path => page.evaluate(async asked => (await fetch(asked)).json(), path);
const film = async () => (await api('/api/films')).films.find(one => one.name === name);
const { id } = await film();
const at = rest => `/api/works/${id}${rest}`;

async function findings() {
  const all = [];
  for (;;) {
    const { items } = await api(at(`/proposals?state=all&from=${all.length}&count=500`));
    all.push(...items);
    if (items.length < 500) return all;
  }
}

const finding = async wanted => (await findings()).find(one => one.id === wanted);

/** Presses Tab until the focus is on a control that has these words. */
async function tabTo(words, within = 'body') {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(place => {
      const focused = document.activeElement;
      return focused?.closest(place) && focused.matches('a, button, input, select, summary') ? `${focused.getAttribute('aria-label') ?? ''} ${focused.textContent} ${[...(focused.labels ?? [])].map(label => label.textContent).join(' ')}` : null;
    }, within);
    if (here?.includes(words)) return;
  }
  throw new Error(`Tab never reaches “${words}”`);
}

/** A sample that a finding's mask claims: the middle of its box need not be one. */
async function sampleOf({ id: wanted, frames }) {
  const { items: found } = await api(at(`/proposals/at/${frames.split('-')[0]}`));
  const { box, runs } = found.find(one => one.id === wanted).region;
  const first = runs[0] ?? 0;
  return { x: box.x + (first % box.width), y: box.y + Math.floor(first / box.width) };
}

const current = () => page.locator('.decide-panel .finding-card').getAttribute('data-id');
const rendered = () => page.waitForFunction(() => /up to date/i.test(document.querySelector('.render-bar')?.textContent ?? ''), null, { timeout: rendering });

/** The samples that the canvas shows after restoration, once a frame stands still. */
async function pixels(frame, box) {
  await page.goto(`${address}films/${id}?frame=${frame}`);
  // At full size, once it stands still.
  await page.waitForFunction(() => {
    const wipe = document.querySelector('kx-wipe');
    return wipe && wipe.querySelector('.layer.after canvas')?.width === wipe.source[0];
  });
  return page.evaluate(({ x, y, width, height }) => {
    const canvas = document.querySelector('kx-wipe .layer.after canvas');
    return [...canvas.getContext('2d').getImageData(x, y, width, height).data];
  }, box);
}

const unlike = (a, b) => a.filter((value, i) => Math.abs(value - b[i]) > 1).length;

await claim('the film is on the first page and opens by keyboard', async () => {
  await tabTo(name);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.film-page kx-wipe canvas');
  return new URL(page.url()).pathname === `/films/${id}`;
});
await claim('it is restored from its page, and the page follows by events alone', async () => {
  await tabTo('Render', '.render-bar');
  await page.keyboard.press('Enter');
  await rendered();
  return (await page.locator('kx-wipe .layer.after canvas').count()) === 1 && (await film()).state === 'restored';
});
await claim('its damage is drawn along the timeline and over the picture', async () => {
  await page.waitForFunction(() => document.querySelectorAll('kx-timeline .plot').length > 0);
  return (await page.locator('kx-timeline .drawing path').count()) > 0;
});
await claim('the film page is accessible', async () => {
  const found = await serious(page);
  return found.length === 0 || found;
});

await claim('review opens by keyboard', async () => {
  await tabTo('Review');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.decide-panel .finding-card');
  return true;
});
await claim('every finding is looked at with its mask over the picture', async () => {
  await tabTo('All', '.triage');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.states [data-key=all][aria-pressed=true]');
  await page.waitForFunction(() => document.querySelector('kx-wipe .masks .chosen') || document.querySelector('.decide-panel .finding-card .kind')?.textContent.match(/Weave|Flicker|frame/i));
  return (await page.locator('.queue [aria-current]').count()) === 1;
});
await claim('the finding that is looked at is in sight in the queue', async () => {
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => {
    const [list, row] = [document.querySelector('.queue'), document.querySelector('.queue [aria-current]')].map(one => one.getBoundingClientRect());
    return [row.top - list.top, list.bottom - row.bottom];
  });
  return seen.every(room => room >= -1) || seen;
});
for (const width of [1366, 1200, 1024, 960])
  await claim(`no control under the picture is over another at ${width} pixels`, async () => {
    await page.setViewportSize({ width, height: 768 });
    await page.waitForTimeout(200);
    const over = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('kx-wipe .controls :is(button, input, output)')].map(one => ({ words: one.textContent || one.ariaLabel, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
      return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 && Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 2).map(other => `${one.words} and ${other.words}`));
    });
    return over.length === 0 || over;
  });
await page.setViewportSize({ width: 1366, height: 768 });
await claim('A accepts, and it is on the disk', async () => {
  const one = await current();
  await page.keyboard.press('a');
  await page.waitForFunction(wanted => document.querySelector(`.queue li[data-id="${wanted}"] .accept`), one);
  // The policy may have accepted it already; that is no sign that the person's word is on the disk.
  let now = await finding(one);
  for (const until = Date.now() + 10_000; now.now.by !== person && Date.now() < until;) now = await finding(one);
  return (now.now.verdict === 'accept' && now.now.by === person) || now;
});
let wrong;
await claim('R rejects a wrong one with a reason', async () => {
  await tabTo('Applied', '.triage');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.states [data-key=applied][aria-pressed=true]');
  await page.waitForFunction(() => /Accepted/.test(document.querySelector('.decide-panel .decided')?.textContent ?? ''));
  // A spot, not a measure of the whole shot.
  for (let i = 0; i < 40 && !(await finding(await current())).box; i++) await page.keyboard.press('ArrowDown');
  wrong = await finding(await current());
  await tabTo('Reason', '.decide-panel');
  await page.keyboard.type('a button of his coat');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.waitForFunction(wanted => document.querySelector(`.queue li[data-id="${wanted}"] .reject`), wrong.id);
  const now = await finding(wrong.id);
  return (now.now.verdict === 'reject' && now.now.by === person && now.now.reason === 'a button of his coat') || now;
});
await claim('U takes the last decision back', async () => {
  const one = await current();
  const before = await finding(one);
  await page.keyboard.press('r');
  await page.waitForFunction(wanted => document.querySelector(`.queue li[data-id="${wanted}"] .reject`), one);
  await page.keyboard.press('u');
  await page.waitForFunction(() => /Undone/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  const [now, still] = [await finding(one), await finding(wrong.id)];
  return (now.now.verdict === before.now.verdict && still.now.verdict === 'reject') || [now, still];
});
let marked;
await claim('M marks a missed spot', async () => {
  if (!(await page.getByRole('button', { name: 'Mark', exact: true }).isVisible())) return 'there is no button to mark with';
  await page.keyboard.press('m');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /marked, saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  marked = (await findings()).find(one => one.source.isPerson);
  return (marked.source.name === person && marked.box.width > 0) || marked;
});
await claim('the review page is accessible', async () => {
  const found = await serious(page);
  return found.length === 0 || found;
});

const first = Number(marked?.frames.split('-')[0] ?? 0);
const wrongFrame = Number(wrong?.frames.split('-')[0] ?? 0);
const before = { marked: await pixels(first, marked.box), wrong: await pixels(wrongFrame, wrong.box) };
await claim('a changed setting is previewed on the shown frame, and saved', async () => {
  await tabTo('Findings', '.tablist');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.plan-form .stage-part');
  await page.locator('[data-stage=despeckle] summary').focus();
  await page.keyboard.press('Enter');
  await tabTo('Sensitivity', '[data-stage=despeckle]');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0.7');
  await page.keyboard.press('Tab');
  await page.waitForSelector('kx-wipe.previews');
  await tabTo('Save plan');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.save-plan')?.disabled);
  const plan = await api(`/api/films/${id}/plan`);
  return plan.stages.find(stage => stage.id === 'despeckle').options.sensitivity === 0.7 || plan;
});
await claim('what changed is rendered', async () => {
  await tabTo('Render what changed', '.render-bar');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !/up to date/i.test(document.querySelector('.render-bar')?.textContent ?? ''));
  await rendered();
  const { pending } = await film();
  return (pending.decisions === 0 && pending.wishes === 0 && !pending.plan) || pending;
});
await claim('the canvas shows the difference where it was marked and where it was rejected', async () => {
  const changed = [unlike(await pixels(first, marked.box), before.marked), unlike(await pixels(wrongFrame, wrong.box), before.wrong)];
  return changed.every(number => number > 0) || changed;
});
await claim('why names who marked and who rejected', async () => {
  // As found after the setting changed: the decision holds for what is there now.
  const now = await findings();
  const ask = async one => {
    const sample = await sampleOf(one);
    await pixels(Number(one.frames.split('-')[0]), one.box);
    const here = () => page.evaluate(([left, top]) => {
      const box = document.querySelector('kx-wipe .layer.marks .content').getBoundingClientRect();
      const [across, down] = document.querySelector('kx-wipe').source;
      return [box.left + (left / across) * box.width, box.top + (top / down) * box.height];
    }, [sample.x + 0.5, sample.y + 0.5]);
    // On a loaded machine panels still come in, and move the picture.
    let place = await here();
    for (let last = null; JSON.stringify(last) !== JSON.stringify(place); place = await here()) {
      last = place;
      await page.waitForTimeout(200);
    }
    await page.keyboard.press('y');
    await page.mouse.click(...place);
    await page.waitForSelector('.answer .finding-card');
    return `${one.id} at ${sample.x}, ${sample.y}: ${await page.locator('.answer').textContent()}`;
  };
  const said = [await ask(now.find(one => one.source.isPerson)), await ask(now.find(one => one.now.reason === 'a button of his coat'))];
  return (said[0].includes(`Marked by ${person}`) && said[1].includes(`Rejected by ${person}`) && said[1].includes('a button of his coat')) || said;
});

await claim('the jobs are listed with their log', async () => {
  await tabTo('Jobs');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.job[data-state=done]');
  await tabTo('Log', '.job');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.job pre')?.textContent.length > 10);
  return true;
});
for (const theme of ['light', 'dark'])
  for (const place of ['', `films/${id}`, `films/${id}/review`, 'jobs'])
    await claim(`/${place.replace(id, '…')} is accessible in the ${theme} theme`, async () => {
      await page.evaluate(chosen => localStorage.setItem('kinolux:theme', chosen), theme);
      await page.goto(`${address}${place}`);
      await page.waitForSelector('h1');
      await page.waitForTimeout(700);
      const found = await serious(page);
      return found.length === 0 || found;
    });
await claim('nothing is logged, missing or asked of another place', () => troubles.length === 0 || troubles);
await end();
