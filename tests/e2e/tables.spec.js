// @ts-check
// Tables of one's own, pasted whole; several cells at once; the row that is not there yet; tables of thousands of rows.
import { expect, inEachLanguage, test } from './app.js';

const WITH_HEADINGS = [
  '2023年全市样点灌区用水情况表',
  '序号\t灌区名称\t毛灌溉用水量（m³）\t净灌溉用水量（万m³）\t备注\t灌区类型\t有效灌溉面积（亩）',
  '1\t东河灌区\t148510000\t8179\t\t大型\t390600',
  '2\t西河灌区\t67310000\t3757\t提水\t中型（15–30万亩）\t184200',
  '\t合计\t215820000\t11936\t\t\t574800',
].join('\r\n');

inEachLanguage(() => {
  test('a table with headings is shown as it is understood, taken in one step, and undone in one', async ({ app, page }) => {
    await app.openEmptyYear();
    await app.paste(app.cell(1, 'name'), `${WITH_HEADINGS}\r\n`);
    const matching = page.locator('.matching');
    await expect(matching).toContainText(app.say('BlockTitle'));
    await expect(matching.locator('tbody tr')).toHaveCount(6);
    await expect(app.button('BlockTake')).toBeFocused();
    expect(await app.typed()).toEqual([['', '', '', '', '', '']]);
    await app.button('BlockTake').press('Enter');
    await expect(matching).toHaveCount(0);
    expect(await app.typed()).toEqual([
      ['东河灌区', 'large', '390600 亩', '8179', '148510000 m³', ''],
      ['西河灌区', 'medium_15_30', '184200 亩', '3757', '67310000 m³', ''],
    ]);
    await expect(page.locator('.entry-table [aria-invalid]')).toHaveCount(0);
    await expect(app.number('region-gross')).toHaveText('21,582');
    await app.button('Undo').click();
    expect(await app.typed()).toEqual([['', '', '', '', '', '']]);
  });
});

test('a column may be put elsewhere before the table is taken, and Escape leaves all as it was', async ({ app, page }) => {
  await app.openEmptyYear();
  const text = '灌区\t用水\t净\n甲\t900\t500';
  await app.paste(app.cell(1, 'name'), text);
  const matching = page.locator('.matching');
  await matching.getByRole('combobox', { name: '用水', exact: true }).selectOption({ label: app.say('ColumnGross') });
  await app.button('BlockTake').click();
  expect(await app.typed()).toEqual([['甲', '', '', '500', '900', '']]);
  await app.paste(app.cell(1, 'name'), text);
  // The keyboard is on it a frame after it is there.
  await expect(app.button('BlockTake')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(matching).toHaveCount(0);
  expect(await app.typed()).toEqual([['甲', '', '', '500', '900', '']]);
});

test('rows in another order go to the rows of their names', async ({ app }) => {
  await app.openExample();
  const before = await app.typed();
  await app.paste(app.cell(1, 'name'), `${before[2][0]}\tlarge\t1\n${before[0][0]}\tlarge\t2\n新灌区\tlarge\t3`);
  await app.button('BlockTake').click();
  const after = await app.typed();
  expect(after.map((row) => row[0])).toEqual([...before.map((row) => row[0]), '新灌区']);
  expect([after[2][2], after[0][2], after[8][2]]).toEqual(['1', '2', '3']);
});

test('what is typed, or pasted, into the row that is not there yet makes it one', async ({ app, page }) => {
  await app.openExample();
  await expect(app.newRow()).toHaveCount(1);
  await app.newRow().locator('input').first().focus();
  await page.keyboard.type('南岭灌区', { delay: 20 });
  await expect(app.rows()).toHaveCount(9);
  await expect(app.cell(9, 'name')).toBeFocused();
  await expect(app.cell(9, 'name')).toHaveValue('南岭灌区');
  await page.keyboard.press('ArrowDown');
  // As fast as no hand, before the page has drawn the row.
  await page.keyboard.type('abcdefgh');
  await expect(app.rows()).toHaveCount(10);
  await expect(app.cell(10, 'name')).toHaveValue('abcdefgh');
  await expect(app.cell(10, 'name')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await app.paste(app.newRow().locator('input').first(), '甲\t小型\t1\n乙\t小型\t2');
  await expect(app.rows()).toHaveCount(12);
  await expect(app.cell(12, 'name')).toHaveValue('乙');
});

test('a composed word is typed once, and undone once', async ({ app, page }) => {
  await app.openEmptyYear();
  await app.cell(1, 'name').focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ['d', 'do', 'dong']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await expect(page.locator('[data-saving=Pending]')).toHaveCount(0);
  await session.send('Input.insertText', { text: '东' });
  await expect(app.cell(1, 'name')).toHaveValue('东');
  await app.button('Undo').click();
  await expect(app.cell(1, 'name')).toHaveValue('');
});

test('cells are selected with Shift, copied, filled and emptied', async ({ app, page }) => {
  await app.openExample();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const before = await app.typed();
  await app.cell(1, 'net').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('[data-selected]')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    [0, 1].map((row) => before[row].slice(3, 5).join('\t')).join('\r\n'),
  );
  await page.keyboard.press('ControlOrMeta+d');
  await expect(app.cell(2, 'gross')).toHaveValue(before[0][4]);
  await page.keyboard.press('Delete');
  await expect(app.cell(1, 'net')).toHaveValue('');
  await expect(app.cell(2, 'gross')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-selected]')).toHaveCount(0);
  for (let step = 0; step < 2; step += 1) await app.button('Undo').click();
  expect(await app.typed()).toEqual(before);
  // With the mouse, and one value into all of them.
  await app.cell(3, 'area').click();
  await app.cell(5, 'area').click({ modifiers: ['Shift'] });
  await page.evaluate(() => navigator.clipboard.writeText('7'));
  await page.keyboard.press('ControlOrMeta+v');
  for (const row of [3, 4, 5]) await expect(app.cell(row, 'area')).toHaveValue('7');
});

test('what is wrong in a row is said below it once its cell is left, with the mend', async ({ app, page }) => {
  await app.openExample();
  await app.cell(1, 'area').fill('390600');
  await expect(page.locator('.said')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(page.locator('.said')).toContainText(app.say('ColumnArea'));
  await page.locator('.said .mend').click();
  await expect(page.locator('.said')).toHaveCount(0);
  await expect(app.cell(1, 'area')).toHaveValue('39.06');
});

test('a table of thousands of rows draws what is seen, and the way to any cell', async ({ app, page }) => {
  await app.openEmptyYear();
  const rows = Array.from({ length: 3000 }, (_, index) => `灌区${index + 1}\t小型\t0.5\t${100 + index}\t${200 + index}`);
  rows[2499] = '灌区2500\t小型\t0.5\tabc\t2699';
  await app.paste(app.cell(1, 'name'), rows.join('\n'));
  await expect(app.cell(1, 'gross')).toHaveValue('200');
  await expect(app.newRow().locator('.row-number')).toHaveText('3001');
  expect(await app.rows().count()).toBeLessThan(200);
  await page.locator('.worst button').first().click();
  await expect(app.cell(2500, 'net')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(app.cell(2499, 'net')).toBeFocused();
});

test('a number taken over from the year before is told from one of this year until it is another', async ({ app, page }) => {
  await app.openDetails('/canals');
  const length = app.at('canal', 1, 'length');
  const cell = page.locator('td').filter({ has: length });
  await expect(page.locator('.entry-foot .taken-over')).toHaveCount(0);
  await page.getByRole('button', { name: app.say('YearAdd') }).click();
  await page.locator('.sections').getByRole('link', { name: app.say('SectionCanals') }).click();
  await page.locator('#district').selectOption({ index: 4 });
  await expect(page.locator('.entry-foot .taken-over')).toContainText('2023');
  await expect(cell).toHaveClass(/taken-over/);
  await length.fill('7.5');
  await expect(cell).not.toHaveClass(/taken-over/);
  // What was measured in the year before is not there.
  await expect(app.at('canal', 1, 'inflow')).toHaveValue('');
});
