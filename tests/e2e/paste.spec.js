// @ts-check
// Blocks from Excel and WPS, pasted through the clipboard.
import { expect, test } from './app.js';

/** Twenty districts in five columns: name, class, area, net, gross, in the ways that people write numbers. */
const DISTRICTS = Array.from({ length: 20 }, (_, index) => ({
  name: `灌区${index + 1}`,
  net: 1200 + index * 37,
  gross: 2400 + index * 51,
}));

/**
 * A number as people write it: plain, grouped, full-width, or with a Chinese full stop for the point.
 * @param {number} value
 * @param {number} index
 */
function written(value, index) {
  const plain = value.toFixed(1);
  const ways = [plain, value.toLocaleString('en-US', { minimumFractionDigits: 1 }), plain.replace('.', '。')];
  const wide = plain.replace(/[\d.]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
  return [...ways, wide][index % 4];
}

const block = DISTRICTS.map(({ name, net, gross }, index) =>
  [name, '中型（5–15万亩）', '6.5', written(net, index), written(gross, index)].join('\t'),
);

test('a block fills a new year, and one undo takes it all back', async ({ app }) => {
  await app.openEmptyYear();
  await app.paste(app.cell(1, 'name'), `${block.join('\r\n')}\r\n`);
  await expect(app.rows()).toHaveCount(20);
  const typed = await app.typed();
  // What was pasted stands as it was written; the class is recognised by its name.
  expect(typed[3]).toEqual(['灌区4', 'medium_5_15', '6.5', written(1311, 3), written(2553, 3), '']);
  await expect(app.page.locator('.entry-table [aria-invalid]')).toHaveCount(0);

  const sum = (/** @type {'net' | 'gross'} */ column) => DISTRICTS.reduce((total, district) => total + district[column], 0);
  await expect(app.number('region-coefficient')).toHaveText((sum('net') / sum('gross')).toFixed(4));
  await expect(app.number('region-gross')).toHaveText(new RegExp(`^${sum('gross').toLocaleString('en-US')}`));
  const coefficients = await app.rows().locator('td.computed:nth-of-type(7)').allTextContents();
  const expected = DISTRICTS.map(({ net, gross }) => (net / gross).toFixed(4));
  expect(coefficients.map((text) => text.match(/0\.\d{4}/)?.[0])).toEqual(expected);

  await app.button('Undo').click();
  await expect(app.rows()).toHaveCount(1);
  expect(await app.typed()).toEqual([['', '', '', '', '', '']]);
  await app.button('Redo').click();
  await expect(app.rows()).toHaveCount(20);
  expect(await app.typed()).toEqual(typed);
});

test('a block in the middle fills from its cell on and stays within the columns', async ({ app }) => {
  await app.openExample();
  await app.paste(app.cell(7, 'gross'), '1500\t0.79\tzu viel\n1700\t\n2000\t0.5');
  // The column for which there is none is told of before it is left out.
  await expect(app.page.locator('.matching')).toContainText('zu viel');
  await app.button('BlockTake').click();
  await expect(app.rows()).toHaveCount(9);
  const typed = await app.typed();
  expect(typed[6].slice(3)).toEqual(['1153', '1500', '0.79']);
  expect(typed[7].slice(3)).toEqual(['1427', '1700', '']);
  expect(typed[8]).toEqual(['', '', '', '', '2000', '0.5']);
});

test('one value is pasted into the text of a cell, as in any field', async ({ app, page }) => {
  await app.openExample();
  await app.cell(1, 'net').focus();
  await page.keyboard.press('End');
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('5'));
  await page.keyboard.press('ControlOrMeta+V');
  await expect(app.cell(1, 'net')).toHaveValue('81795');
});

test('a class is pasted into its list by name', async ({ app }) => {
  await app.openExample();
  await app.paste(app.cell(1, 'class'), '小型');
  await expect(app.cell(1, 'class')).toHaveValue('small');
  await app.paste(app.cell(2, 'class'), '没有这一类');
  await expect(app.cell(2, 'class')).toHaveValue('没有这一类');
  await expect(app.cell(2, 'class')).toHaveAttribute('aria-invalid', 'true');
});

test('a block with too many rows is refused with a sentence and nothing changes', async ({ app, page }) => {
  await page.clock.install();
  await app.openExample();
  await app.isSaved();
  const [typed, stored] = [await app.typed(), await app.stored()];
  await app.paste(app.cell(1, 'name'), Array.from({ length: 6000 }, (_, index) => `灌区${index}\t大型`).join('\n'));
  await expect(app.notice('EditTooManyRows')).toBeVisible();
  await expect(app.notice('EditTooManyRows')).toContainText('5,000');
  expect(await app.typed()).toEqual(typed);
  await app.pass(500);
  expect(await app.stored()).toBe(stored);
});
