// @ts-check
// The table by keyboard alone, as in a spreadsheet.
import { expect, test } from './app.js';

/** @typedef {import('./app.js').App} App */

/**
 * The names in the table, from top to bottom.
 * @param {App} app
 */
async function names(app) {
  return (await app.typed()).map((row) => row[0]);
}

/**
 * Unfolds what can be done with a row and does it, by keys.
 * @param {App} app
 * @param {number} place counted from 1
 * @param {string} key
 */
async function act(app, place, key) {
  const row = app.rows().nth(place - 1);
  await row.locator('summary').press('Enter');
  await row.getByRole('button', { name: app.say(key) }).press('Enter');
  // The page puts the keyboard where the work goes on with its next frame, which no hand outruns but a test does.
  await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('a year is entered without a mouse', async ({ app, page }) => {
  const { keyboard } = page;
  await app.open('#/irrigation');
  const add = page.locator('.start').getByRole('button', { name: app.say('YearAdd') });
  await add.focus();
  await keyboard.press('Enter');
  await page.locator('[id^=cell-year-][id$=-year]').focus();
  await keyboard.type('2024');
  // Tab leads from the year through its button, the tabs and the table's frame into the first cell.
  for (let presses = 0; presses < 10; presses += 1) {
    await keyboard.press('Tab');
    if (await app.cell(1, 'name').evaluate((cell) => cell === document.activeElement)) break;
  }
  await expect(app.cell(1, 'name')).toBeFocused();
  await keyboard.type('甲');
  await keyboard.press('Tab');
  await expect(app.cell(1, 'class')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await keyboard.type('10');
  await keyboard.press('Tab');
  await keyboard.type('50');
  await keyboard.press('Tab');
  await keyboard.type('100');
  await expect(app.number('region-coefficient')).toHaveText('0.5000');
  expect(await app.typed()).toEqual([['甲', 'large', '10', '50', '100', '']]);

  // Enter on the last row that holds something adds one.
  await keyboard.press('Enter');
  await expect(app.rows()).toHaveCount(2);
  await expect(app.cell(2, 'name')).toBeFocused();
  // On a blank last row it does not: rows would pile up.
  await keyboard.press('Enter');
  await expect(app.rows()).toHaveCount(2);
});

test('Enter, Shift+Enter and the arrows move between cells', async ({ app, page }) => {
  await app.openExample();
  const { keyboard } = page;
  await app.cell(2, 'net').focus();
  /** @type {Array<[string, number, Parameters<App['cell']>[1]]>} */
  const moves = [
    ['Enter', 3, 'net'],
    ['Shift+Enter', 2, 'net'],
    ['ArrowDown', 3, 'net'],
    ['ArrowUp', 2, 'net'],
    ['ArrowUp', 1, 'net'],
    ['ArrowUp', 1, 'net'],
    ['Shift+Enter', 1, 'net'],
    ['ArrowRight', 1, 'gross'],
    ['ArrowRight', 1, 'coefficient'],
    ['ArrowRight', 1, 'coefficient'],
    ['ArrowLeft', 1, 'gross'],
    ['Shift+Tab', 1, 'net'],
    ['Tab', 1, 'gross'],
  ];
  for (const [key, row, column] of moves) {
    await keyboard.press(key);
    await expect(app.cell(row, column), `after ${key}`).toBeFocused();
  }
  // Inside a text the arrows move the caret, not the focus.
  await app.cell(1, 'name').focus();
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await expect(app.cell(1, 'name')).toBeFocused();
  // In a list they choose or move, and never both.
  await app.cell(1, 'class').focus();
  await keyboard.press('ArrowRight');
  await expect(app.cell(1, 'area')).toBeFocused();
  await expect(app.cell(1, 'class')).toHaveValue('large');
});

test('a cell that is entered by key is replaced by what is typed', async ({ app, page }) => {
  await app.openExample();
  await app.cell(1, 'net').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('1234');
  await expect(app.cell(2, 'net')).toHaveValue('1234');
});

test('Enter while composing Chinese confirms the word and stays in the cell', async ({ app }) => {
  await app.openExample();
  const cell = app.cell(1, 'name');
  await cell.focus();
  await cell.evaluate((input) => {
    const press = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
    input.dispatchEvent(new KeyboardEvent('keydown', press));
  });
  await expect(cell).toBeFocused();
});

test('rows are added, inserted, moved and deleted', async ({ app, page }) => {
  await app.openEmptyYear();
  await app.cell(1, 'name').fill('甲');
  await app.button('RowAdd').click();
  await expect(app.cell(2, 'name')).toBeFocused();
  await page.keyboard.type('乙');
  await act(app, 1, 'RowInsert');
  await expect.poll(() => names(app)).toEqual(['甲', '', '乙']);
  await app.cell(3, 'name').fill('丙');
  await act(app, 1, 'RowDown');
  await expect.poll(() => names(app)).toEqual(['丙', '甲', '乙']);
  await act(app, 3, 'RowUp');
  await expect.poll(() => names(app)).toEqual(['丙', '乙', '甲']);
  await act(app, 1, 'RowUp');
  await act(app, 3, 'RowDown');
  await expect.poll(() => names(app)).toEqual(['丙', '乙', '甲']);
  await act(app, 2, 'RowRemove');
  await expect.poll(() => names(app)).toEqual(['丙', '甲']);
  await expect(app.rows().locator('.row-number summary')).toHaveText(['1', '2']);

  for (const expected of [['丙', '乙', '甲'], ['丙', '甲', '乙'], ['甲', '丙', '乙'], ['甲', '', '乙'], ['甲', '乙']]) {
    await app.button('Undo').click();
    await expect.poll(() => names(app)).toEqual(expected);
  }
});

test('a row that was moved keeps the keyboard, so that it can be moved again', async ({ app, page }) => {
  await app.openExample();
  await act(app, 1, 'RowDown');
  await expect.poll(() => names(app)).toContain('东河灌区');
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('input')?.value ?? 'nowhere in the table');
  await expect.poll(focused).toBe('东河灌区');
});

test('deleting a row or a year leaves the keyboard where the work goes on', async ({ app, page }) => {
  await app.openExample();
  const isNowhere = () => page.evaluate(() => document.activeElement === document.body);
  await act(app, 3, 'RowRemove');
  await expect(app.rows()).toHaveCount(7);
  await expect.poll(isNowhere).toBe(false);
  await app.removeSheet('YearRemove');
  await expect(app.sheets().locator('option')).toHaveCount(4);
  await expect.poll(isNowhere).toBe(false);
});

test('a year can be retyped key by key without the sheet changing under it', async ({ app, page }) => {
  await app.openExample();
  const typed = await app.typed();
  await app.openSheetMenu();
  await page.locator('[id^=cell-year-][id$=-year]').focus();
  await page.keyboard.press('ControlOrMeta+a');
  // On its way from 2023 to 2018 the year is blank, then 2, 20 and 201, none of which is the latest.
  await page.keyboard.press('Delete');
  await page.keyboard.type('2018', { delay: 30 });
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2018');
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toBeFocused();
  expect(await app.typed()).toEqual(typed);
  await expect(app.shownSheet()).toHaveText('2018');
  await expect(app.sheets().locator('option')).toHaveText(['2019', '2020', '2021', '2022', '2018']);
});

test('a year is added with the districts of the last one, and deleted', async ({ app, page }) => {
  await app.openExample();
  await app.years().getByRole('button', { name: app.say('YearAdd') }).press('Enter');
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2024');
  await expect(page).toHaveURL(/#\/irrigation\/6$/);
  await expect(app.rows()).toHaveCount(8);
  await expect(app.cell(1, 'name')).toHaveValue('东河灌区');
  await expect(app.cell(1, 'net')).toHaveValue('');
  await expect(app.shownSheet()).toHaveText('2024');

  await app.removeSheet('YearRemove');
  await expect(app.notice('YearRemoved')).toBeVisible();
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2023');
  await app.button('Undo').click();
  await expect(app.sheets().locator('option')).toHaveCount(6);
  await app.button('Undo').click();
  await expect(app.sheets().locator('option')).toHaveCount(5);
});

test('the dialog keeps the keyboard inside and gives it back', async ({ app, page }) => {
  await app.openExample();
  const basis = page.locator('[data-figure=region-coefficient] .basis');
  await basis.press('Enter');
  await expect(app.derivation()).toBeVisible();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused !== document.body && !focused?.closest('dialog');
    });
    expect(isOutside).toBe(false);
  }
  await app.derivation().getByRole('button', { name: app.say('Close') }).press('Enter');
  await expect(basis).toBeFocused();
});
