// @ts-check
// A water manager's work: a period, a block from Excel, water between units, what follows, and what is wrong.
import { STORED, expect, inEachLanguage, test } from './app.js';

/** Units as they stand in a spreadsheet: name, kind, part of, town, surface, ground, other, non-conventional, … */
const UNITS = [
  ['Shop', '', '', '900', '', '', '', '', '4000', '', '300', '100', ''],
  ['Wash', '', '', '500', '', '', '', '', '', '', '50', '', ''],
  ['Yard', '', '', '', '', '', '', '', '', '', '', '', ''],
];

/** @param {import('./app.js').App} app */
async function openOwnPlant(app) {
  await app.open('#/industry');
  await app.page.locator('#first-period').click();
  await expect(app.at('unit', 1, 'name')).toBeVisible();
  await app.paste(app.at('unit', 1, 'name'), UNITS.map((row) => row.join('\t')).join('\r\n'));
  await expect(app.rowsOf('unit')).toHaveCount(3);
}

/**
 * @param {import('./app.js').App} app
 * @param {number} row
 * @param {Record<string, string>} cells
 */
async function addFlow(app, row, cells) {
  await app.page.locator('#add-row-flow').click();
  for (const [column, text] of Object.entries(cells)) await app.at('flow', row, column).fill(text);
}

inEachLanguage((language) => {
  const machines = language === 'zh' ? '机加工车间' : 'Machine shop';
  const grounds = language === 'zh' ? '绿化' : 'Grounds';

  test('a period, a pasted block and flows give the reuse rate, the residuals and a picture', async ({ app, page }) => {
    await openOwnPlant(app);
    await page.locator('[id^=cell-period-][id$=-period]').fill('2024-03');
    await expect(app.number('reuse-rate')).toHaveText(/^74\.07/);
    await addFlow(app, 1, { from: 'Shop', to: 'Wash', amount: '500' });
    await addFlow(app, 2, { from: 'Wash', to: 'Yard', amount: '?' });
    // 4000 circulated and 500 handed on, and what the balance gives to the yard.
    await expect(app.number('plant-intake')).toHaveText(/^1,400/);
    await expect(app.number('reuse-rate')).toHaveText(/\d/);
    await expect(app.chart('plant-flows')).toBeVisible();
    await expect(page.locator('.water-picture [data-flow]')).not.toHaveCount(0);
    await app.goTo('SectionBalance');
    await expect(app.line('Shop').first()).toContainText('900');
    await expect(app.line('Shop').first()).toContainText(app.say('ResidualWithin'));
    await expect(app.line('Wash → Yard').first()).toContainText('950');
    await expect(app.line('Wash → Yard').first()).toContainText(app.say('AmountDetermined'));
    await app.isSaved();
    await app.reload();
    await app.goTo('SectionNetwork');
    await expect(app.at('flow', 2, 'amount')).toHaveValue('?');
    await expect(page.locator('[id^=cell-period-][id$=-period]')).toHaveValue('2024-03');
  });

  test('an amount that nobody measured is found, and the plant is then not said to balance', async ({ app, page }) => {
    await app.openPlant('Works');
    await expect(app.number('reuse-rate')).toHaveText('88.02');
    await expect(page.locator('.results .verdict')).toHaveText(app.say('BalanceByDifference'));
    await expect(page.locator('[data-figure=plant-residual]')).toHaveCount(0);
    await app.at('unit', 6, 'consumption').fill('7500');
    await expect(app.number('plant-residual')).toHaveText(/\d/);
    await expect(page.locator('.results .verdict')).toHaveClass(/good/);
    await app.at('unit', 6, 'consumption').fill('?');
    await app.goTo('SectionBalance');
    await expect(app.line(grounds)).toContainText(app.say('VerdictByDifference'));
    await expect(page.locator('tr').filter({ hasText: app.say('AmountDetermined') })).toContainText('7,500');
  });

  test('the basis of the reuse rate leads back to a typed cell', async ({ app, page }) => {
    await app.openPlant('Works');
    await page.locator('[data-figure=reuse-rate] .basis').click();
    const dialog = app.derivation();
    await expect(dialog).toContainText(app.say('MarkUnverified'));
    for (let depth = 0; depth < 6 && (await dialog.getByRole('button', { name: machines }).count()) === 0; depth += 1) {
      await dialog.locator('details:not([open]) > summary').evaluateAll((folded) =>
        folded.forEach((summary) => /** @type {HTMLElement} */ (summary).click()),
      );
    }
    const place = dialog.locator('.input-place').getByRole('button').filter({ hasText: machines }).first();
    await place.click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('[id^=cell-unit-1-]:focus')).toHaveCount(1);
  });

  test('the mistakes of the example are listed, and each leads to its cell', async ({ app, page }) => {
    await app.openPlant('Errors');
    const problems = page.locator('.problems li');
    for (const key of ['ProblemFlowToItself', 'ProblemUnknownPlace', 'ProblemBalanceOpen', 'ProblemCountedTwice']) {
      const parts = app.say(key).split('…').filter((part) => part.length > 2);
      await expect(problems.filter({ hasText: parts[0].trim() }), key).not.toHaveCount(0);
    }
    await problems.filter({ hasText: app.say('ProblemFlowToItself') }).getByRole('button').click();
    await expect(app.at('flow', 5, 'to')).toBeFocused();
    await expect(app.at('flow', 5, 'to')).toHaveAttribute('aria-invalid', 'true');
    await problems.filter({ hasText: app.say('StaffField') }).getByRole('button').click();
    await expect(page).toHaveURL(/#\/industry\/1\/rates$/);
    await expect(page.locator('[id^=cell-period-][id$=-staff]')).toBeFocused();
    await page.locator('[id^=cell-period-][id$=-staff]').fill('260');
    await expect(page.locator('[id^=cell-period-][id$=-staff-problem]')).toHaveCount(0);
    await app.goTo('SectionNetwork');
    const before = await problems.count();
    await app.at('flow', 5, 'to').fill('');
    await app.at('flow', 6, 'from').fill(machines);
    await expect(app.at('flow', 6, 'from')).not.toHaveAttribute('aria-invalid', 'true');
    expect(await problems.count()).toBeLessThan(before);
    // The figures stood there all the while.
    await expect(app.number('reuse-rate')).toHaveText(/\d/);
  });

  test('periods and examples are added, removed, undone and redone, and what was typed stays', async ({ app, page }) => {
    await openOwnPlant(app);
    await page.locator('[id^=cell-period-][id$=-period]').fill('2024');
    const periods = app.sheets().locator('option');
    await page.locator('.sheets').getByRole('button', { name: app.say('PeriodAdd') }).click();
    await expect(periods).toHaveText(['2024', '2025']);
    await expect(page).toHaveURL(/#\/industry\/2$/);
    // What is built carries over, amounts do not.
    await expect(app.at('unit', 1, 'name')).toHaveValue('Shop');
    await expect(app.at('unit', 1, 'town')).toHaveValue('');
    await app.button('Undo').click();
    await expect(periods).toHaveText(['2024']);
    await expect(app.at('unit', 1, 'town')).toHaveValue('900');
    await app.button('Redo').click();
    await expect(periods).toHaveText(['2024', '2025']);
    await app.sheets().selectOption('2025');
    await app.removeSheet('PeriodRemove');
    await expect(page.locator('[id^=cell-period-][id$=-period]')).toBeFocused();
    await app.removeSheet('PeriodRemove');
    await expect(page.locator('#first-period')).toBeFocused();
    await app.button('PlantExampleSmelter').click();
    await expect(app.number('reuse-rate')).toHaveText('94.55');
    await app.button('Undo').click();
    await expect(page.locator('#first-period')).toBeVisible();
    await app.button('Redo').click();
    await expect(app.number('reuse-rate')).toHaveText('94.55');
    await app.isSaved();
    await app.reload();
    await expect(app.number('reuse-rate')).toHaveText('94.55');
  });

  test('names of sources and units are offered where they are asked for', async ({ app, page }) => {
    await app.openPlant('Works');
    const offered = (/** @type {string} */ table) =>
      page.locator(`#names-${table} option`).evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    await expect(app.at('flow', 1, 'from')).toHaveAttribute('list', 'names-flow');
    await expect(app.at('flow', 1, 'amount')).not.toHaveAttribute('list');
    expect(await offered('flow')).toHaveLength(9);
    expect(await offered('unit')).not.toContain(await app.at('supply', 1, 'name').inputValue());
    await app.at('unit', 1, 'name').fill('Shop floor');
    await expect.poll(() => offered('flow')).toContain('Shop floor');
  });

  test('an export brings the plant back into an empty browser', async ({ app, page }) => {
    await app.openPlant('Works');
    const file = await app.download(app.button('Export'));
    await app.isSaved();
    await app.forget();
    await app.reload();
    await expect(page.locator('#first-period')).toBeVisible();
    await app.import(file.name, file.bytes);
    await expect(app.number('reuse-rate')).toHaveText('88.02');
    await expect(app.at('unit', 1, 'name')).toHaveValue(machines);
  });
});

test('the navigation and the landing page lead to the industrial page', async ({ app, page }) => {
  await app.open();
  await page.locator('.doors a[href="#/industry"]').click();
  await expect(page.locator('main h1')).toHaveText(app.say('IndustryTitle'));
  await expect(page).toHaveTitle(app.say('TitleOf', { page: app.say('IndustryTitle') }));
  await page.goBack();
  const pages = page.getByRole('navigation', { name: app.say('NavLabel'), exact: true });
  await pages.getByRole('link', { name: app.say('NavIndustry'), exact: true }).click();
  await expect(page.locator('main h1')).toHaveText(app.say('IndustryTitle'));
});

test('an address names the period and the tab', async ({ app, page }) => {
  await app.openPlant('Works');
  for (const [address, title] of [['rates', 'RatesTitle'], ['balance', 'ToleranceField'], ['cooling', 'CoolingTitle'], ['costs', 'CostsTitle']]) {
    await page.goto(`./#/industry/1/${address}`);
    await expect(page.locator('[id^=cell-period-][id$=-period]')).toHaveValue('2022');
    await expect(page.locator('main').getByText(app.say(title), { exact: true }).first()).toBeVisible();
    await expect(page.locator('.sections [aria-current]')).toHaveCount(1);
  }
  await app.isSaved();
  await app.open('#/industry/2/rates');
  await app.reload();
  await expect(page.locator('[id^=cell-period-][id$=-period]')).toHaveValue('2023');
  await expect(page.locator('[id^=cell-period-][id$=-sector]')).toBeVisible();
});
