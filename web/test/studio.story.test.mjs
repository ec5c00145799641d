// What a script tells, beside its text: looked at, laid over another draft, people said to be women. usage: node studio.story.test.mjs ADDRESS SCRIPT
// Prints one line for each claim; the exit status is 1 where one fails. Run by ScriptPageTests.
import { claim, end, openPage, serious, troubles } from './page.mjs';

const [address, id] = process.argv.slice(2);
const pictures = process.env.KINOLUX_PICTURES;
const at = `${address}scripts/${id}`;
const page = await openPage(at, { viewport: { width: 1440, height: 900 } }, '.scene-list button');
const keep = async name => { if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` }); };
const where = () => page.locator('.scene-strip .where').textContent();
const story = async () => {
  await page.getByRole('tab', { name: 'Story', exact: true }).click();
  await page.locator('.story-told svg.storyprint').waitFor();
};
const answer = () => page.locator('.story-told section').last().locator('p').first().textContent();

await claim('the ring, the network, the arc and the people are beside the text', async () => {
  await story();
  const rows = await page.locator('.story-told .wide-table tbody tr').count();
  const [ring, network, arc] = [await page.locator('.storyprint g.scene').count(), await page.locator('.story-network .knot').count(), await page.locator('.story-arc .turn').count()];
  return (rows === 5 && ring === 114 && network === 5 && arc === 5) || [rows, ring, network, arc];
});
await claim('a scene that is pressed in the ring is shown in the text, and told', async () => {
  await page.locator('.storyprint g.scene .place').nth(60).click();
  await page.waitForFunction(() => /scene 61[,A ]/.test(document.querySelector('.scene-strip .where').textContent));
  const said = await page.locator('.scene-panel h2').textContent();
  return said.startsWith('61') || said;
});
await claim('it is walked by keys, and Enter leads to the scene', async () => {
  await page.locator('.ring-view').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /scene 2,/.test(document.querySelector('.scene-strip .where').textContent));
  return true;
});
await claim('a person in the list and in the network leads to the first cue', async () => {
  await page.locator('.wide-table .to-line', { hasText: 'MR. OYELARAN' }).click();
  const line = page.locator('.material > .script-editor .cm-line', { hasText: /^MR\. OYELARAN$/ }).first();
  if (!(await line.isVisible())) return where();
  await page.locator('.story-network .knot', { hasText: 'JO' }).locator('circle').click();
  return page.locator('.material > .script-editor .cm-line', { hasText: /^JO$/ }).first().isVisible();
});
await claim('what is not saved is said not to be in it, and its places are found all the same', async () => {
  await page.locator('.material > .script-editor .cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowRight');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.type('\n\nNot saved.\n\nNot saved either.\n');
  if (!(await page.getByText('Of the saved text').isVisible())) return 'it is not said';
  await page.locator('.storyprint g.scene .place').nth(40).click();
  await page.waitForFunction(() => /scene 41[,A ]/.test(document.querySelector('.scene-strip .where').textContent));
  await page.locator('.material > .script-editor .cm-content').focus();
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => document.querySelector('.saving .soft')?.textContent === 'Saved.');
  await page.getByText('Of the saved text').waitFor({ state: 'hidden' });
  return true;
});
await claim('nobody is guessed to be a woman: each is asked, and the test says what follows', async () => {
  if (!/Nobody is guessed/.test(await answer())) return answer();
  for (const name of ['BRIANNA', 'SAMANTHA']) {
    await page.getByRole('group', { name }).getByRole('button', { name: 'Woman', exact: true }).click();
    await page.waitForFunction(who => document.querySelector(`.asked [aria-label="${who}"] [aria-pressed="true"]`)?.textContent === 'Woman', name);
  }
  await page.waitForFunction(() => !/Nobody is guessed/.test([...document.querySelectorAll('.story-told section')].at(-1).querySelector('p').textContent));
  const kept = await (await fetch(`${address}api/scripts/${id}/story`)).json();
  return kept.people.filter(one => one.isWoman).length === 2 || kept.people;
});
await claim('another draft is laid over it, and what is in one alone is seen', async () => {
  await page.getByLabel('Laid over another draft').selectOption({ label: 'second.fountain' });
  await page.locator('.storyprint .only-first, .storyprint .changed').first().waitFor();
  await keep('story-over');
  return (await page.locator('.ring-legend').textContent()).includes('second.fountain');
});
await claim('nothing is asked of another place, and nothing is logged', () => troubles.length === 0 || troubles);
for (const theme of ['light', 'dark'])
  for (const [width, height] of [[1440, 900], [900, 900], [390, 844]])
    await claim(`it is accessible and no wider than ${width} in the ${theme} theme`, async () => {
      await page.evaluate(chosen => localStorage.setItem('kinolux:theme', chosen), theme);
      await page.setViewportSize({ width, height });
      await page.goto(at);
      await page.waitForSelector('.scene-list button');
      await story();
      await page.waitForTimeout(300);
      await keep(`story-${theme}-${width}`);
      if (pictures)
        for (const [i, part] of (await page.locator('.story-told > section').all()).entries()) await part.screenshot({ path: `${pictures}/story-${theme}-${width}-${i}.png` });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      const found = await serious(page);
      return (found.length === 0 && wide <= width) || [wide, ...found];
    });
await end();
