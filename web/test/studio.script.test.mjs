// A writer's way through a script, by keyboard. usage: node studio.script.test.mjs ADDRESS SCRIPT FOLDER PERSON
// Prints one line for each claim; the exit status is 1 where one fails. Run by ScriptPageTests.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, id, folder, person] = process.argv.slice(2);
const pictures = process.env.KINOLUX_PICTURES;
const file = join(folder, 'story.fountain');
const onDisk = () => readFileSync(file, 'utf8');
const at = `${address}scripts/${id}`;
const page = await openPage(at, { viewport: { width: 1440, height: 900 } }, '.scene-list button');
const keep = async name => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` }); };
const editor = page.locator('.script-editor .cm-content');
const line = words => page.locator('.script-editor .cm-line', { hasText: words }).first();
const state = () => page.locator('.saving .soft').first().textContent();
const where = () => page.locator('.scene-strip .where').textContent();
const toEnd = async () => { await editor.click(); await page.keyboard.press('Control+End'); };
const isSaved = () => page.waitForFunction(() => document.querySelector('.saving .soft')?.textContent === 'Saved.');

await claim('it opens with its scenes, its pages, and each line as what it is', async () => {
  await page.waitForFunction(() => document.querySelectorAll('.scene-list button').length === 114);
  const [said, heading, cue] = [await where(), await line('LIGHTHOUSE').getAttribute('class'), await line(/^BRIANNA$/).evaluate(node => getComputedStyle(node).paddingLeft)];
  return (/Page 1 of \d{2,}/.test(said) && heading.includes('s-heading') && parseFloat(cue) > 200) || [said, heading, cue];
});
await claim('it is set in Courier Prime, and nothing is logged that the content policy refuses', async () => {
  await page.evaluate(() => document.fonts.ready);
  return (await page.evaluate(() => document.fonts.check('16px "Courier Prime"'))) && (troubles.length === 0 || troubles);
});
await claim('it is accessible', async () => {
  await keep('script');
  const found = await serious(page);
  return found.length === 0 || found;
});
await claim('what is typed is coloured by the reader, and is a scene at once', async () => {
  await toEnd();
  await page.keyboard.type('\nINT. NEW ROOM - NIGHT\n\nA *dog* barks. [[why?]]\n\nDOG\nWoof.\n');
  await page.waitForFunction(() => document.querySelectorAll('.scene-list button').length === 115);
  await page.waitForFunction(() => document.querySelector('.material > .script-editor').shadowRoot.textContent.includes('[[why?]]') && [...document.querySelector('.material > .script-editor').shadowRoot.querySelectorAll('.m-note')].some(one => one.textContent.includes('why?')));
  // The reader answers a moment after the last key.
  await page.locator('.script-editor .cm-line.s-dialogue', { hasText: 'Woof' }).waitFor();
  const [heading, cue, words] = [await line('NEW ROOM').getAttribute('class'), await line(/^DOG$/).getAttribute('class'), await line('Woof').getAttribute('class')];
  return (heading.includes('s-heading') && cue.includes('s-cue') && words.includes('s-dialogue') && /scene 115/.test(await where())) || [heading, cue, words, await where()];
});
await claim('pages are counted while it is written', async () => {
  const before = Number((await where()).match(/of (\d+)/)[1]);
  await page.keyboard.type('\n===\n\nA new page.\n');
  await page.waitForFunction(pages => Number(document.querySelector('.scene-strip .where').textContent.match(/of (\d+)/)[1]) > pages, before);
  return true;
});
await claim('keys of the page are letters here, and Escape and Tab lead out', async () => {
  await page.keyboard.type('armu?');
  if (!(await editor.textContent()).includes('armu?')) return 'letters are lost';
  await page.keyboard.press('Tab');
  return page.evaluate(() => !document.activeElement?.classList.contains('script-editor'));
});
await claim('what is not saved is not in the file, and is back after the page was closed', async () => {
  await page.waitForFunction(() => Object.keys(localStorage).some(key => key.startsWith('kinolux:draft:')));
  if (onDisk().includes('NEW ROOM')) return 'it is in the file';
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.scene-list button').length === 115);
  return /is back/.test(await state()) || state();
});
await claim('Ctrl+S saves it, all else as it was', async () => {
  await toEnd();
  await page.keyboard.press('Control+s');
  await isSaved();
  const kept = await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('kinolux:draft:')));
  return (onDisk().includes('INT. NEW ROOM - NIGHT\r\n\r\nA *dog* barks.') && !/[^\r]\n/.test(onDisk()) && kept.length === 0) || [kept, onDisk().slice(-200)];
});
await claim('what another program writes is read again where nothing here would be lost', async () => {
  writeFileSync(file, onDisk().replace('INT. NEW ROOM', 'INT. OTHER ROOM'));
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await line('OTHER ROOM').waitFor();
  return /Saved/.test(await state());
});
await claim('what both wrote is never written over: both are shown, and what is made of them is saved', async () => {
  await toEnd();
  await page.keyboard.type('\nMine.\n');
  writeFileSync(file, onDisk().replace('INT. OTHER ROOM', 'INT. THEIR ROOM'));
  await page.keyboard.press('Control+s');
  await page.locator('.saving .fault').waitFor();
  if (!onDisk().includes('THEIR ROOM') || onDisk().includes('Mine.')) return 'it was written over';
  await page.getByRole('button', { name: 'Show both' }).click();
  await page.locator('.comparison .cm-merge-b').waitFor();
  await keep('script-conflict');
  const found = await serious(page);
  if (found.length > 0) return found;
  await page.locator('.comparison button.take').first().click();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.keyboard.press('Control+s');
  await isSaved();
  return (onDisk().includes('THEIR ROOM') && onDisk().includes('Mine.')) || onDisk().slice(-200);
});
await claim('the strip steps through the scenes by keys, and the list goes to one', async () => {
  await page.locator('.scene-strip .scenes').focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(() => /scene 1,/.test(document.querySelector('.scene-strip .where').textContent));
  await page.locator('.scene-list button').nth(40).click();
  await page.waitForFunction(() => /scene 41[A ,]/.test(document.querySelector('.scene-strip .where').textContent));
  return page.evaluate(() => document.activeElement?.classList.contains('script-editor'));
});
await claim('it is checked on the page, and what was found is marked in the text', async () => {
  await toEnd();
  await page.keyboard.type('\nANNABEL\nYes.\n\nANNABELL\nNo.\n');
  await page.keyboard.press('Control+s');
  await isSaved();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await page.getByRole('button', { name: 'Check the script' }).click();
  await page.locator('.script-findings button', { hasText: 'ANNABEL' }).first().click();
  await page.waitForFunction(() => document.querySelector('.material > .script-editor').shadowRoot.querySelector('.finding.chosen'));
  await keep('script-finding');
  const found = await serious(page);
  return found.length === 0 || found;
});
await claim('it is decided on in the text by Alt and a letter, and taken back', async () => {
  const ruling = async () => (await (await fetch(`${address}api/works/${id}/proposals?kind=alias`)).json()).items.find(one => one.summary.includes('ANNABEL'))?.now;
  await page.locator('.script-findings button', { hasText: 'ANNABEL' }).first().click();
  await page.locator('.material > .script-editor .cm-content').focus();
  await page.keyboard.press('Alt+r');
  await page.waitForFunction(() => /rejected, saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  const first = await ruling();
  await page.keyboard.press('Alt+u');
  await page.waitForFunction(() => /Undone/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  const then = await ruling();
  return (first.verdict === 'reject' && first.by === person && then.verdict === 'wait') || [first, then];
});
await claim('what is written is looked at before it is saved, and what was decided stays decided', async () => {
  await page.locator('.script-findings button', { hasText: 'ANNABEL' }).first().click();
  await page.locator('.material > .script-editor .cm-content').focus();
  await page.keyboard.press('Alt+r');
  await page.waitForFunction(() => /rejected, saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  await page.locator('.findings-head select').selectOption('all');
  await toEnd();
  await page.keyboard.type('\nJONATHAN\nYes.\n\nJONATHON\nNo.\n');
  const fresh = page.locator('.script-findings button', { hasText: 'JONATHON' });
  await fresh.first().waitFor();
  await page.waitForFunction(() => [...document.querySelector('.material > .script-editor').shadowRoot.querySelectorAll('.finding')].some(one => one.textContent === 'JONATHAN' || one.textContent === 'JONATHON'));
  await fresh.first().click();
  const [told, hidden, old] = [await page.locator('.save-first').isVisible(), await page.locator('.findings-here .actions').isHidden(), await page.locator('.script-findings li', { hasText: 'ANNABEL' }).locator('.verdict-mark').first().getAttribute('class')];
  await keep('script-live');
  if (onDisk().includes('JONATHON')) return 'it was saved';
  const found = await serious(page);
  return (told && hidden && old.includes('reject') && found.length === 0) || [told, hidden, old, found];
});
await claim('once it is saved the new findings can be decided on', async () => {
  await page.keyboard.press('Control+s');
  await isSaved();
  await page.waitForFunction(async ([address, id]) => (await (await fetch(`${address}api/works/${id}/proposals?kind=alias&state=all`)).json()).items.some(one => one.summary.includes('JONATHON')), [address, id]);
  await page.locator('.save-first').waitFor({ state: 'hidden' });
  await page.locator('.script-findings button', { hasText: 'JONATHON' }).first().click();
  return page.locator('.findings-here .actions').isVisible();
});
await claim('on a phone the panel is a sheet, drawn up and down by its handle', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const height = () => page.locator('.side').evaluate(side => new Promise(done => setTimeout(() => done(side.offsetHeight), 300)));
  const half = await height();
  await page.locator('.sheet-handle').click();
  const full = await height();
  await keep('script-sheet-full');
  await page.locator('.sheet-handle').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const low = await height();
  await keep('script-sheet-low');
  await page.getByRole('tab', { name: 'Findings' }).click();
  const again = await height();
  await keep('script-sheet-half');
  const found = await serious(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  return (full > half + 150 && low < half - 100 && again === half && found.length === 0) || [full, half, low, again, found];
});
await claim('the review shows the script as the editor does, with the places marked', async () => {
  await page.goto(`${address}works/${id}`);
  await page.locator('.queue button').first().waitFor();
  await page.locator('.queue button', { hasText: 'One person with two names' }).first().click();
  await page.waitForFunction(() => document.querySelector('.material .script-editor')?.shadowRoot.querySelector('.finding.chosen'));
  const cue = await page.locator('.material .script-editor .cm-line', { hasText: /^JONATH.N$/ }).first().getAttribute('class');
  await keep('script-review');
  // Keys decide here, also after a click into the text.
  await page.locator('.material .script-editor .finding.chosen').click();
  await page.keyboard.press('a');
  await page.waitForFunction(() => /accepted, saved/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  await page.keyboard.press('u');
  await page.waitForFunction(() => /Undone/.test(document.querySelector('.aloud[aria-live]')?.textContent ?? ''));
  const cut = await page.locator('.queue .kind').evaluateAll(kinds => kinds.filter(kind => kind.scrollWidth > kind.clientWidth).map(kind => kind.textContent));
  const found = await serious(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  await keep('script-review-390');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  return (cue.includes('s-cue') && found.length === 0 && cut.length === 0 && wide <= 390) || [cue, found, cut, wide];
});
await claim('a play that is dropped on the page becomes Fountain beside it, and what is lost is listed', async () => {
  await page.goto(address);
  await page.locator('.script-card').first().waitFor();
  const files = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['act,scene,character,dialogue,line_number\nAct I,Scene I,Anna,Who is there?,1\nAct I,Scene I,Ben,"Nay, answer me.",2\n'], 'hall.csv', { type: 'text/csv' }));
    return data;
  });
  await page.dispatchEvent('.films-page', 'dragenter', { dataTransfer: files });
  if (!(await page.locator('.drop-veil').isVisible())) return 'no veil';
  await page.dispatchEvent('.films-page', 'drop', { dataTransfer: files });
  const card = page.locator('.became');
  await card.waitFor();
  await keep('script-dropped');
  const said = await card.textContent();
  if (!/hall\.fountain/.test(said) || !/2 line numbers/.test(said)) return said;
  const found = await serious(page);
  if (found.length > 0) return found;
  await card.getByRole('link').click();
  await page.locator('.material > .script-editor .cm-line', { hasText: 'Nay, answer me.' }).waitFor();
  return readFileSync(join(folder, 'hall.csv'), 'utf8').startsWith('act,') && readFileSync(join(folder, 'hall.fountain'), 'utf8').includes('ANNA');
});
await claim('where there are only scripts they come first, and a film is asked for in a line', async () => {
  await page.goto(address);
  await page.locator('.script-card').first().waitFor();
  await keep('script-first-page');
  const [scripts, film] = [await page.locator('.script-card').first().boundingBox(), await page.getByText('No film yet').boundingBox()];
  return (scripts.y < film.y && await page.locator('.empty-state').count() === 0) || [scripts, film];
});
await claim('a script is begun on the first page, and another draft is laid beside it', async () => {
  await page.goto(address);
  await page.locator('.script-card').first().waitFor();
  await keep('script-home');
  const found = await serious(page);
  if (found.length > 0) return found;
  await page.getByRole('button', { name: 'New script' }).click();
  await page.keyboard.type('second draft');
  await page.keyboard.press('Enter');
  await page.locator('.material > .script-editor .cm-line', { hasText: 'second draft' }).waitFor();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.locator('.comparison .cm-merge-a .cm-changedLine').first().waitFor();
  return readFileSync(join(folder, 'second draft.fountain'), 'utf8').startsWith('Title: second draft\n');
});
await claim('nothing is asked of another place, and nothing is logged but the refused save', () => {
  const left = troubles.filter(words => !/409/.test(words));
  return left.length === 0 || left;
});
for (const theme of ['light', 'dark'])
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]])
    await claim(`it is accessible and no wider than ${width} in the ${theme} theme`, async () => {
      await page.evaluate(chosen => localStorage.setItem('kinolux:theme', chosen), theme);
      await page.setViewportSize({ width, height });
      await page.goto(at);
      await page.waitForSelector('.scene-list button');
      await page.waitForTimeout(400);
      await keep(`script-${theme}-${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      const found = await serious(page);
      return (found.length === 0 && wide <= width) || [wide, ...found];
    });
await end();
