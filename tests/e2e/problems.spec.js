// @ts-check
// Bad input is marked, said and listed; the rest still computes and nothing typed is lost.
import { expect, inEachLanguage, test } from './app.js';

/** @typedef {import('./app.js').Column} Column */

/** @type {Array<[Column, string, string]>} what is typed where, and the sentence that follows */
const WRONG = [
  ['net', 'abc', 'TypedNotANumber'],
  ['net', '1.2.3', 'TypedNotANumber'],
  ['net', '=1+1', 'TypedNotANumber'],
  ['net', '-x', 'TypedNotANumber'],
  ['net', 'NaN', 'TypedNotANumber'],
  ['net', '1,5', 'TypedGrouping'],
  ['net', '2万', 'TypedAmbiguousMyriad'],
  ['net', '5 bottles', 'TypedUnknownUnit'],
  ['gross', '5 亩', 'TypedOtherDimension'],
  ['gross', '1e999', 'TypedTooLarge'],
  ['net', '-5', 'ProblemNegative'],
  ['gross', '0', 'ProblemZero'],
  ['area', '0', 'ProblemZero'],
  ['coefficient', '59', 'ProblemCoefficientRange'],
  ['net', '99999', 'FaultNetAboveGross'],
];

/** @type {Array<[Column, string, string]>} odd, but computed with */
const ODD = [
  ['coefficient', '0.9', 'ProblemDisagrees'],
  ['net', '10', 'ProblemImplausible'],
  ['name', '', 'ProblemNoName'],
  ['name', '西河灌区', 'ProblemDuplicateName'],
  ['name', 'Xihe district', 'ProblemDuplicateName'],
  ['net', '', 'ProblemIncomplete'],
  // A dash stands for no value.
  ['net', '-', 'ProblemIncomplete'],
];

inEachLanguage((language) => {
  test('each kind of bad input is marked at its cell, listed, and leaves the rest computed', async ({ app, page }) => {
    await app.openExample();
    const others = app.rows().nth(3).locator('td.computed').first();
    const untouched = await others.textContent();
    const problems = page.locator('.problems li');
    await expect(problems).toHaveCount(0);
    await expect(page.locator('.problems')).toHaveCount(0);

    const cases = [...WRONG.map((entry) => ({ entry, isWrong: true })), ...ODD.map((entry) => ({ entry, isWrong: false }))];
    for (const { entry: [column, text, key], isWrong } of cases) {
      // The name of another district is another one in each language.
      if (key === 'ProblemDuplicateName' && (language === 'zh') === /^[ -~]+$/.test(text)) continue;
      await test.step(`${column} ${text}`, async () => {
        const cell = app.cell(1, column);
        const before = await cell.inputValue();
        await cell.fill(text);
        // Nothing is judged before its cell is left.
        await cell.blur();
        const sentence = app.say(key).split('…');
        const described = await cell.getAttribute('aria-describedby');
        const note = page.locator(`[id="${described}"]`);
        for (const part of sentence) await expect(note).toContainText(part);
        if (isWrong) await expect(cell).toHaveAttribute('aria-invalid', 'true');
        else await expect(cell).not.toHaveAttribute('aria-invalid', 'true');
        // The sentence is also to be read by those who see.
        await cell.focus();
        const item = problems.filter({ hasText: sentence[0] }).first();
        await expect(item).toContainText(app.say(isWrong ? 'ProblemWrong' : 'ProblemCaution'));
        await item.getByRole('button').click();
        await expect(cell).toBeFocused();
        await expect(app.number('region-coefficient')).toHaveText(/^0\.\d{4}$/);
        await expect(others).toHaveText(untouched ?? '');
        await cell.fill(before);
        await expect(problems).toHaveCount(0);
      });
    }
  });

  test('a year that is none is marked and kept out of the trend', async ({ app, page }) => {
    await app.openExample();
    await page.goto('./#/irrigation/5');
    await app.openSheetMenu();
    const year = page.locator('[id^=cell-year-][id$=-year]');
    for (const [text, key] of [
      ['soon', 'ProblemNotAYear'],
      ['', 'ProblemNotAYear'],
      ['1066', 'ProblemNotAYear'],
      ['2019', 'ProblemDuplicateYear'],
    ]) {
      await year.fill(text);
      await expect(year).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[id^=cell-year-][id$=-year-problem]')).toHaveText(app.say(key));
      await expect(app.number('region-coefficient')).toHaveText('0.5900');
    }
    await year.fill('２０２３');
    await expect(year).not.toHaveAttribute('aria-invalid', 'true');
  });
});

test('half-typed text survives a reload as it stands', async ({ app }) => {
  await app.openExample();
  await app.cell(1, 'net').fill('8,1');
  await app.cell(2, 'gross').fill('  67 ');
  await app.cell(3, 'coefficient').fill('０。');
  const typed = await app.typed();
  await app.isSaved();
  await app.reload();
  await expect(app.cell(1, 'net')).toHaveValue('8,1');
  expect(await app.typed()).toEqual(typed);
  await expect(app.cell(1, 'net')).toHaveAttribute('aria-invalid', 'true');
});

test('typing in the middle of a text leaves the caret there', async ({ app, page }) => {
  await app.openExample();
  await app.cell(1, 'name').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('abc');
  await expect(app.cell(1, 'name')).toHaveValue('东abc河灌区');
});
