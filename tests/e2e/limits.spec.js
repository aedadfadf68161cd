// @ts-check
// What is too big or out of all measure is refused with a sentence, at once, and nothing changes.
import { STORED, expect, inEachLanguage, test } from './app.js';

/** What stands in a field that a paste or an import must leave alone. */
const KEPT = '8179';

/**
 * Pastes a text that is too large for the clipboard of some systems.
 * @param {import('@playwright/test').Locator} cell
 * @param {string} text
 */
const pasteAtOnce = (cell, text) =>
  cell.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    /** @type {HTMLElement} */ (input).focus();
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

inEachLanguage(() => {
  test('a ledger with a table of more rows than a table holds is refused by the name of its sheet', async ({ app }) => {
    await app.openExample();
    const file = await app.download(app.button('Export'));
    const document = JSON.parse(file.bytes.toString());
    const [year] = document.ledger.irrigation;
    const [district] = year.districts;
    year.districts = Array.from({ length: 20_000 }, (_, index) => ({ ...district, id: index + 1, name: `灌区${index}` }));
    await app.import('many.json', JSON.stringify(document));
    await expect(app.notice('DocumentTooManyRows')).toBeVisible();
    await expect(app.notice('DocumentTooManyRows')).toContainText('5,000');
    await expect(app.cell(1, 'net')).toHaveValue(KEPT);
  });

  test('a text of ten megabytes goes into no cell', async ({ app, page }) => {
    await app.openExample();
    await pasteAtOnce(app.cell(1, 'net'), '灌'.repeat(10 * 1024 * 1024 / 3));
    await expect(app.notice('PasteTooLong')).toBeVisible();
    await page.locator('.notice').getByRole('button').click();
    await expect(app.cell(1, 'net')).toHaveValue(KEPT);
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    // Lines by the ten thousand are no table that could be matched.
    await pasteAtOnce(app.cell(1, 'net'), '甲\t1\n'.repeat(400_000));
    await expect(page.locator('.notice.wrong')).toBeVisible();
    await expect(app.cell(1, 'net')).toHaveValue(KEPT);
  });

  test('a megabyte of line breaks is no record of a night', async ({ app, page }) => {
    await app.openUnit('Quarter', '/facts');
    await page.getByRole('button', { name: `+ ${app.say('NightAdd')}` }).click();
    const record = app.at('night', 1, 'record');
    await expect(app.at('night', 1, 'meter')).toBeFocused();
    await app.paste(record, '\n'.repeat(1024 * 1024));
    await expect(app.notice('EditTooLong')).toBeVisible();
    await expect(record).toHaveValue('');
    await app.at('night', 1, 'legitimate').fill('0.5');
    await expect(app.at('night', 1, 'legitimate')).toHaveValue('0.5');
  });

  test('a doubt beyond all measure is said at its cell and reaches no figure', async ({ app, page }) => {
    await app.openExample();
    const net = app.cell(1, 'net');
    await net.fill('8179±1e160');
    await net.press('Tab');
    await expect(net).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#main')).not.toContainText(/\binf\b|∞|NaN/i);
    await net.fill('1e308');
    await net.press('Tab');
    await expect(page.locator('#main')).not.toContainText(/\binf\b|∞|NaN/i);
  });
});

test('signs that nobody sees stay out of the names that are kept', async ({ app }) => {
  await app.openExample();
  const name = app.cell(1, 'name');
  await name.fill('东\u202d河\u200b灌\u2066区\ufeff');
  await name.press('Tab');
  const file = await app.download(app.button('Export'));
  expect(JSON.parse(file.bytes.toString()).ledger.irrigation.at(-1).districts[0].name).toBe('东河灌区');
});

test('half a letter pair in a text that cannot be opened is kept as it is', async ({ app, page }) => {
  const torn = '{"schema":7,"note":"\ud83d 灌区 \udca7"';
  await app.openWith({ [STORED.former]: torn });
  await expect(page.locator('.held')).toBeVisible();
  await app.button('HeldSetAside').click();
  await expect(page.locator('.held')).toHaveCount(0);
  // A page shows half of a pair as another sign, so it is compared where it is.
  const isSame = await page.evaluate(([key, text]) => localStorage.getItem(key) === text, [STORED.aside(1), torn]);
  expect(isSame).toBe(true);
});
