// @ts-check
// Bad input on the tabs: each a sentence at its cell; the rest still computes and nothing typed is lost.
import { expect, inEachLanguage, test } from './app.js';

/** @typedef {import('./app.js').Table} Table */

/** @type {Array<[string, Table, number, string, string, string, string]>} tab, cell, what is typed, where it is said and how */
const CASES = [
  ['/fields', 'reading', 1, 'after', '13%', 'before', 'FaultMoistureFalls'],
  ['/fields', 'reading', 1, 'after', '21', 'after', 'FaultTooLargeFraction'],
  ['/fields', 'reading', 1, 'depth', '', 'depth', 'FaultMissing'],
  ['/fields', 'field', 1, 'crop', 'rice', 'crop', 'ProblemUnknownCrop'],
  ['/district', 'crop', 3, 'net', '', 'net', 'ProblemNoFields'],
  ['/district', 'crop', 2, 'area', '', 'area', 'ProblemNoArea'],
  ['/district', 'source', 3, 'amount', '500', 'amount', 'FaultNothingLeft'],
  ['/canals', 'canal', 4, 'delivery', '0', 'delivery', 'ProblemZero'],
  ['/canals', 'canal', 4, 'delivery', '', 'delivery', 'ProblemBlank'],
  ['/canals', 'canal', 4, 'upstream', 'nowhere', 'upstream', 'ProblemUnknownCanal'],
  ['/canals', 'canal', 7, 'outflow', '0.06', 'outflow', 'FaultOutflowAboveInflow'],
  ['/canals', 'canal', 4, 'lining_factor', '10', 'lining_factor', 'ProblemOutside'],
  ['/water-need', 'month', 1, 'tmin', '20', 'tmin', 'FaultTminAboveTmax'],
  ['/water-need', 'month', 1, 'humidity', '0.41', 'humidity', 'FaultHumidityAsFraction'],
  ['/water-need', 'month', 2, 'month', '3', 'month', 'ProblemRepeated'],
  ['/water-need', 'season', 1, 'start', '13-1', 'start', 'ProblemNotADay'],
];

/** Figures that stay whatever is wrong on a tab. */
const REST = { '/fields': ['district-gross'], '/district': ['district-per-mu'], '/canals': ['canal-system'], '/water-need': ['net-need'] };

inEachLanguage(() => {
  test('each kind of bad input is said at its cell and leaves the rest computed', async ({ app, page }) => {
    test.setTimeout(90_000);
    let shown = '';
    for (const [section, table, row, column, text, at, key] of CASES) {
      await test.step(`${table} ${column} ${text}`, async () => {
        if (section !== shown) await app.openDetails(section);
        shown = section;
        const cell = app.at(table, row, column);
        const before = await cell.inputValue();
        await cell.fill(text);
        const note = await app.note(app.at(table, row, at));
        for (const part of app.say(key).split('…').filter((part) => part.length > 1)) await expect(note).toContainText(part.trim());
        for (const figure of REST[/** @type {keyof typeof REST} */ (section)]) await expect(app.number(figure)).toHaveText(/\d/);
        await expect(cell).toHaveValue(text);
        await cell.fill(before);
        await expect(page.locator('.problems li')).toHaveCount(0);
      });
    }
  });

  test('a canal that feeds itself is said and leaves the others as they are', async ({ app, page }) => {
    await app.openDetails('/canals');
    await page.locator('#add-row-canal').click();
    for (const [column, text] of [['name', 'A'], ['upstream', 'B'], ['length', '1'], ['delivery', '0.5']]) {
      await app.at('canal', 8, column).fill(text);
    }
    await page.locator('#add-row-canal').click();
    for (const [column, text] of [['name', 'B'], ['upstream', 'A'], ['length', '1'], ['delivery', '0.5']]) {
      await app.at('canal', 9, column).fill(text);
    }
    for (const row of [8, 9]) {
      await expect(app.at('canal', row, 'upstream')).toHaveAttribute('aria-invalid', 'true');
      await expect(await app.note(app.at('canal', row, 'upstream'))).toContainText(app.say('ProblemFeedsItself'));
    }
    await expect(app.number('canal-system')).toHaveText('0.8661');
    await expect(page.locator('.problems li')).toHaveCount(2);
    await app.at('canal', 8, 'upstream').fill('');
    await expect(page.locator('.problems')).not.toContainText(app.say('ProblemFeedsItself'));
  });

  test('beyond the polar circle the months without a night say so and the others are computed', async ({ app, page }) => {
    await app.openDetails('/water-need');
    await page.locator('[id^=cell-year-][id$=-latitude]').fill('70');
    for (const row of [4, 5]) await expect(await app.note(app.at('month', row, 'month'))).toContainText(app.say('FaultPolarDayOrNight'));
    await expect(app.found('month', 1).first()).toContainText(/\d\.\d/);
    await expect(app.number('net-need')).toHaveText(/\d/);
    await page.locator('[id^=cell-year-][id$=-latitude]').fill('91');
    await expect(page.locator('[id^=cell-year-][id$=-latitude]')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[id^=cell-year-][id$=-latitude-problem]')).toHaveText(app.say('ProblemOutside', { low: '−90', high: '90' }));
    await page.locator('[id^=cell-year-][id$=-latitude]').fill('');
    await expect(page.locator('[id^=cell-year-][id$=-latitude-problem]')).toHaveText(app.say('ProblemBlank'));
  });
});
