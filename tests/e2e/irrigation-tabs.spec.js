// @ts-check
// The tabs of the irrigation page: one ledger behind all of them.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage((language) => {
  const main = language === 'zh' ? '总干渠' : 'Main canal';
  const maize = language === 'zh' ? '玉米' : 'Maize';

  test('each tab of the example shows its figures and no problem', async ({ app, page }) => {
    /** @type {Array<[string, Array<[string, RegExp]>]>} */
    const tabs = [
      ['/district', [['district-net', /^157\.00/], ['district-gross', /^253/], ['district-coefficient', /^0\.6206$/]]],
      ['/fields', [['district-net', /^157\.00/], ['district-coefficient', /^0\.6206$/]]],
      [
        '/canals',
        [
          ['canal-system', /^0\.8661$/],
          ['canal-coefficient', /^0\.7795$/],
          ['district-coefficient', /^0\.6206$/],
          ['canal-diverted', /^224\.96/],
        ],
      ],
      ['/water-need', [['net-need', /^534\.2/], ['gross-need', /^905\.3/]]],
    ];
    for (const [section, figures] of tabs) {
      await app.openDetails(section);
      for (const [figure, value] of figures) await expect(app.number(figure), `${section} ${figure}`).toHaveText(value);
      await expect(page.locator('.problems li')).toHaveCount(0);
    }
    await app.openDetails('/district');
    await expect(app.at('crop', 1, 'name')).toHaveValue(maize);
    await expect(app.found('crop', 1)).toContainText('193.33');
    await expect(app.found('source', 1)).toContainText('249.6');
    await app.goTo('SectionFields');
    await expect(app.found('field', 1)).toContainText('196');
    await expect(app.found('reading', 1)).toContainText('39.20');
    await app.goTo('SectionCanals');
    await expect(app.at('canal', 1, 'name')).toHaveValue(main);
    await expect(app.found('canal', 1)).toContainText(['0.2342', '0.2367', '0.9893']);
    for (const chart of ['irrigation-canals', 'irrigation-canal-losses']) await expect(app.chart(chart)).toBeVisible();
    await app.goTo('SectionWaterNeed');
    await expect(app.found('month', 4)).toContainText(['5.93', '21.2']);
    await expect(app.chart('irrigation-season')).toBeVisible();
  });

  test('a reading goes through field, crop and district into the region, and an undo on any tab takes it back', async ({ app }) => {
    await app.openDetails('/fields');
    await app.at('reading', 1, 'after').fill('25%');
    await expect(app.found('reading', 1)).toContainText('61.60');
    await expect(app.found('field', 1)).toContainText('218.40');
    await expect(app.number('district-net')).toHaveText(/^161\.98/);
    await app.goTo('SectionDistrict');
    await expect(app.found('crop', 1)).toContainText('205.78');
    await expect(app.number('district-coefficient')).toHaveText('0.6402');
    await app.goTo('SectionRegion');
    await expect(app.number('region-coefficient')).toHaveText('0.5902');
    // What was typed for the district as a whole no longer agrees, which is said; the details count.
    await expect(await app.note(app.cell(5, 'net'))).toContainText(app.say('ProblemDetailDisagrees', { computed: '161.978' }));
    await app.goTo('SectionWaterNeed');
    await app.button('Undo').click();
    await app.goTo('SectionFields');
    await expect(app.at('reading', 1, 'after')).toHaveValue('21%');
    await expect(app.number('district-net')).toHaveText(/^157\.00/);
    await app.goTo('SectionRegion');
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    await app.button('Redo').click();
    await expect(app.number('region-coefficient')).toHaveText('0.5902');
  });

  test('a problem leads to its cell on another tab, in the right field, folded or beside the tables', async ({ app, page }) => {
    await app.openDetails('/fields');
    await page.locator('#field').selectOption('2');
    await app.at('reading', 2, 'volume').fill('x');
    await page.locator('#field').selectOption('1');
    await expect(app.at('reading', 2, 'volume')).toHaveValue('');
    await app.goTo('SectionCanals');
    await page.locator('[id^=cell-district-][id$=-field_efficiency]').fill('90');
    await app.at('canal', 4, 'soil').selectOption('');
    await app.goTo('SectionWaterNeed');
    await page.locator('[id^=cell-year-][id$=-latitude]').fill('91');
    await app.goTo('SectionRegion');
    await page.locator('details.more:not(.cover-entries) > summary').click();
    await page.locator('#add-row-class').click();
    await app.at('class', 1, 'gross').fill('9');
    await page.locator('details.more:not(.cover-entries) > summary').click();
    await expect(app.at('class', 1, 'gross')).toBeHidden();

    const problems = page.locator('.problems li');
    // The sixth: the net water typed for the district no longer agrees with its readings.
    await expect(problems).toHaveCount(6);
    /** @type {Array<[string, import('@playwright/test').Locator]>} */
    const places = [
      [app.say('ColumnVolume'), app.at('reading', 2, 'volume')],
      [app.say('FieldEfficiency'), page.locator('[id^=cell-district-][id$=-field_efficiency]')],
      [app.say('ColumnSoil'), app.at('canal', 4, 'soil')],
      [app.say('Latitude'), page.locator('[id^=cell-year-][id$=-latitude]')],
      [app.say('ColumnClass'), app.at('class', 1, 'class')],
    ];
    for (const [words, place] of places) {
      await app.goTo('SectionRegion');
      await problems.getByRole('button').filter({ hasText: words }).click();
      await expect(place).toBeFocused();
    }
    await app.goTo('SectionFields');
    await expect(app.at('reading', 2, 'volume')).toHaveValue('x');
    await expect(page.locator('#field')).toHaveValue('2');
    await expect(app.number('region-coefficient').or(app.number('district-net'))).toBeVisible();
  });

  test('a typed number in a derivation leads to its cell, on whatever tab it stands', async ({ app, page }) => {
    await app.openDetails('/canals');
    const typed = (/** @type {string} */ label) =>
      app.derivation().getByRole('button', { name: app.say('DerivationTyped', { label }), exact: true }).filter({ visible: true });
    await page.locator('[data-figure=canal-coefficient] .basis').click();
    const district = language === 'zh' ? '红崖提水灌区' : 'Hongya pumped district';
    await typed(district).click();
    await expect(app.derivation()).toBeHidden();
    await expect(page.locator('[id^=cell-district-][id$=-field_efficiency]')).toBeFocused();

    // From the district down to a reading in its second field.
    await app.goTo('SectionDistrict');
    await page.locator('[data-figure=district-net] .basis').click();
    const volumes = app.derivation().locator('li:not(:has(details))').filter({ visible: true, hasText: app.say('ColumnVolume') });
    for (let unfolded = 0; unfolded < 40 && !(await volumes.count()); unfolded += 1) {
      await app.derivation().locator('details:not([open]) > summary').filter({ visible: true }).last().click();
    }
    await volumes.first().getByRole('button').click();
    await expect(page).toHaveURL(/\/fields\/5\/2$/);
    await expect(page.locator('#field')).toHaveValue('2');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^cell-reading-\d-volume$/);
  });
});

test('a reload keeps what was typed on every tab', async ({ app, page }) => {
  await app.openDetails('/canals');
  await app.at('canal', 1, 'length').fill('3.5');
  await app.goTo('SectionWaterNeed');
  await app.at('season', 1, 'share').fill('50');
  await page.locator('[id^=cell-year-][id$=-altitude]').fill('1500');
  await app.goTo('SectionFields');
  await app.at('balance-step', 1, 'evapotranspiration').or(app.at('reading', 1, 'depth')).fill('0.5');
  await app.isSaved();
  await app.reload();
  await expect(app.at('reading', 1, 'depth')).toHaveValue('0.5');
  await app.goTo('SectionWaterNeed');
  await expect(app.at('season', 1, 'share')).toHaveValue('50');
  await expect(page.locator('[id^=cell-year-][id$=-altitude]')).toHaveValue('1500');
  await page.goto('./#/irrigation/5/canals/5');
  await expect(app.at('canal', 1, 'length')).toHaveValue('3.5');
});

test('blocks are pasted into canals and readings, and one that is too long is refused whole', async ({ app }) => {
  await app.openDetails('/canals');
  await app.page.locator('#add-row-canal').click();
  await expect(app.rowsOf('canal')).toHaveCount(8);
  await app.paste(app.at('canal', 8, 'name'), '西支渠\t总干渠\t1.2\t\t中壤土\t混凝土护面\n5 斗渠\t西支渠\t500 m\t0.03\tmedium_loam');
  await expect(app.rowsOf('canal')).toHaveCount(9);
  await expect(app.at('canal', 8, 'soil')).toHaveValue('medium_loam');
  await expect(app.at('canal', 8, 'lining')).toHaveValue('concrete');
  await expect(app.found('canal', 9).first()).toContainText('0.03');
  await expect(app.page.locator('.problems li')).toHaveCount(0);
  await app.goTo('SectionFields');
  await app.paste(app.at('reading', 5, 'kind'), '质量含水率\t0.6\t1.4\t14%\t21%\n体积含水率\t0.6\t\t0.20\t0.29');
  await expect(app.rowsOf('reading')).toHaveCount(6);
  await expect(app.found('reading', 6)).toContainText('36.00');
  await expect(app.found('field', 1)).toContainText('232');

  await app.paste(app.at('reading', 1, 'irrigation'), 'x\n'.repeat(10_000));
  await expect(app.notice('EditTooManyRows')).toBeVisible();
  await expect(app.rowsOf('reading')).toHaveCount(6);
  await expect(app.at('reading', 1, 'irrigation')).toHaveValue('1');
});

test('canals and readings are entered by the keyboard alone', async ({ app, page }) => {
  const { keyboard } = page;
  await app.openDetails('/district');
  const tabs = page.getByRole('navigation', { name: app.say('SectionsLabel'), exact: true });
  await tabs.getByRole('link', { name: app.say('SectionDistrict'), exact: true }).focus();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/canals/);
  await app.at('canal', 7, 'delivery').focus();
  await keyboard.press('Enter');
  await expect(app.at('canal', 8, 'name')).toBeFocused();
  for (const text of ['5 斗渠', '南支渠', '0.6', '0.02']) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
  await expect(app.at('canal', 8, 'soil')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(app.found('canal', 8).first()).toContainText('0.02');
  await expect(page.locator('.problems li')).toHaveCount(0);
  // The choice of the district is a list, which the arrows go through.
  await page.locator('#district').focus();
  await keyboard.press('ArrowUp');
  await expect(page).toHaveURL(/\/canals\/4$/);
  await expect(app.rowsOf('canal')).toHaveCount(0);
});
