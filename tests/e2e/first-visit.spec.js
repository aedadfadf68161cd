// @ts-check
// From a first visit to a figure that explains itself.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage(() => {
  test('a first visit leads through the example to a figure that follows each cell', async ({ app }) => {
    await app.openExample();
    expect(await app.coefficientOfCells()).toBe('0.5900');

    await app.cell(1, 'net').fill('9000');
    const expected = await app.coefficientOfCells();
    expect(expected).not.toBe('0.5900');
    await expect(app.number('region-coefficient')).toHaveText(expected);
    // The district's own coefficient follows too.
    await expect(app.rows().first().locator('td.computed').first()).toContainText((9000 / 14851).toFixed(4));

    await app.isSaved();
    await app.reload();
    await expect(app.cell(1, 'net')).toHaveValue('9000');
    await expect(app.number('region-coefficient')).toHaveText(expected);
  });

  test('a figure explains itself down to the typed cell', async ({ app, page }) => {
    await app.openExample();
    await page.locator('[data-figure=region-coefficient] .basis').click();
    const dialog = app.derivation();
    await expect(dialog).toBeVisible();
    for (const part of ['DerivationFormula', 'DerivationNumbers', 'DerivationInputs', 'DerivationSource']) {
      await expect(dialog.getByText(app.say(part), { exact: true })).toBeVisible();
    }
    const formulas = dialog.locator('dd.formula');
    await expect(formulas.first()).toContainText('W');
    await expect(formulas.nth(1)).toContainText('0.5900');
    // The formula with numbers holds the first district's gross water.
    await expect(formulas.nth(1)).toContainText(/14,?851/);
    await expect(dialog.locator('.source').first()).not.toBeEmpty();

    const district = dialog.locator('.inputs > li > details').first();
    await district.locator('summary').first().click();
    await expect(district.locator('.input-place').first()).toContainText(await app.cell(1, 'name').inputValue());
    await expect(district).toContainText('8,179');

    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    // The keyboard is back where it was.
    await expect(page.locator('[data-figure=region-coefficient] .basis')).toBeFocused();
  });

  test('what rests on an unverified clause says so where it shows', async ({ app, page }) => {
    await app.open('#/methods');
    const unverified = page.locator('.mark.unverified');
    await expect(unverified.first()).toContainText(app.say('MarkUnverified'));
  });

  test('a step can be undone and redone by buttons and by keys', async ({ app, page }) => {
    await app.openExample();
    const [before, after] = ['0.5900', /^(?!0\.5900$)/];
    await expect(app.button('Redo')).toBeDisabled();
    await app.cell(2, 'gross').fill('9999');
    await expect(app.number('region-coefficient')).toHaveText(after);

    await app.button('Undo').click();
    await expect(app.cell(2, 'gross')).toHaveValue('6731');
    await expect(app.number('region-coefficient')).toHaveText(before);
    await app.button('Redo').click();
    await expect(app.cell(2, 'gross')).toHaveValue('9999');

    await page.keyboard.press('ControlOrMeta+z');
    await expect(app.cell(2, 'gross')).toHaveValue('6731');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(app.cell(2, 'gross')).toHaveValue('9999');
    // The same keys in the cell itself, where the browser has an undo of its own.
    await app.cell(2, 'gross').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(app.cell(2, 'gross')).toHaveValue('6731');
    await page.keyboard.press('ControlOrMeta+y');
    await expect(app.cell(2, 'gross')).toHaveValue('9999');

    await app.isSaved();
    await app.reload();
    await expect(app.cell(2, 'gross')).toHaveValue('9999');
  });
});

test('the example comes in the language of the page', async ({ app, page }) => {
  await app.openExample();
  await expect(app.cell(1, 'name')).toHaveValue('东河灌区');
  await expect(page).toHaveTitle(/用水账/);
});
