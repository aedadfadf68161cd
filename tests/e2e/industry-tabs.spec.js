// @ts-check
// The other tabs of the industrial page: rates that are judged, cooling water, costs, the sheets on paper.
import { expect, inEachLanguage, test } from './app.js';
import { pagesOf, textOf } from './pdf.js';

const amount = (/** @type {string | null} */ text) => Number((text ?? '').replace(/,|±.*|[^\d.±−-].*$/g, ''));

inEachLanguage((language) => {
  const parts = language === 'zh' ? '机械零件' : 'Machine parts';
  const reuse = language === 'zh' ? '重复利用率' : 'reuse rate';

  test('a sector and a quota judge the rates, and what is unverified says so', async ({ app, page }) => {
    await app.openPlant('Works', '/rates');
    const rates = page.locator('table.rates tbody tr');
    const rate = rates.filter({ hasText: '88.02 %' });
    await expect(rate.locator('td').nth(2)).toBeEmpty();
    await page.locator('[id^=cell-period-][id$=-sector]').selectOption({ index: 1 });
    await expect(rate).toContainText('≥ 97');
    await expect(rate).toContainText(app.say('MarkMissed'));
    await expect(rate.locator('td').nth(1).locator('.unverified')).toHaveCount(0);
    await page.locator('[id^=cell-period-][id$=-sector]').selectOption('limit.saving_city');
    await expect(rate).toContainText('≥ 75');
    await expect(rate).toContainText(app.say('MarkReached'));
    await expect(rate.locator('td').nth(1).locator('.unverified')).toContainText(app.say('MarkUnverified'));
    // The own quota is kept, a published one stands beside it.
    const product = rates.filter({ hasText: parts });
    await expect(product).toHaveCount(1);
    await expect(product).toContainText(app.say('MarkReached'));
    await app.at('product', 1, 'quota').selectOption({ index: 1 });
    await expect(product).toHaveCount(2);
    await app.at('product', 1, 'general').fill('10');
    await expect(product.first()).toContainText(app.say('MarkMissed'));
    await app.button('Undo').click();
    await expect(product.first()).toContainText(app.say('MarkReached'));
    for (const chart of ['plant-reuse', 'plant-value-added', 'plant-leakage']) await expect(app.chart(chart)).toBeVisible();
    await rate.locator('.number-button').click();
    await expect(app.derivation()).toContainText(new RegExp(reuse, 'i'));
  });

  test('cycles come from salts, must be above 1, and stand on the curve of make-up', async ({ app, page }) => {
    await app.openPlant('Works', '/cooling');
    await expect(app.found('cooling', 1).first()).toContainText('3.00');
    await expect(app.chart('plant-makeup')).toBeVisible();
    await expect(app.number('cooling-makeup')).toHaveText(/\d/);
    await app.at('cooling', 1, 'circulating_salt').fill('400');
    const cells = page.locator('[id^=cell-cooling-1-][aria-invalid=true]');
    await expect(cells).not.toHaveCount(0);
    await expect(page.locator('.problems')).toContainText(app.say('FaultCyclesNotAboveOne'));
    await expect(app.number('condensate-rate')).toHaveText(/\d/);
    await app.button('Undo').click();
    await expect(page.locator('.problems li')).toHaveCount(0);
    await expect(app.number('cooling-makeup')).toHaveText(/\d/);
  });

  test('what the units bear adds up to the whole cost', async ({ app, page }) => {
    await app.openPlant('Works', '/costs');
    const total = amount(await app.number('cost-total').textContent());
    const table = page.locator('table.data').filter({ hasText: app.say('CostsByUnit') });
    const borne = await table.locator('tbody tr:not(:last-child) td:nth-child(2)').allTextContents();
    const sum = borne.reduce((all, text) => all + amount(text), 0);
    expect(borne.length).toBeGreaterThan(3);
    expect(Math.abs(sum - total)).toBeLessThan(total / 10_000);
    await app.at('cost', 1, 'per_volume').fill('6.40');
    await expect.poll(async () => amount(await app.number('cost-total').textContent())).toBeGreaterThan(total);
  });

  test('the sheets are a page to print, with the statistics sheet on its side', async ({ app, page }) => {
    await app.openPlant('Smelter');
    await page.locator('.sections').getByRole('link', { name: app.say('SectionSheets') }).click();
    await expect(page.locator('.report h1')).toHaveText(app.say('SheetsTitleOf', { period: '2024' }));
    for (const key of ['ResultsTitle', 'StatisticsTitle', 'AnalysisTitle', 'ReportSources']) {
      await expect(page.getByRole('heading', { level: 2, name: app.say(key), exact: true })).toBeVisible();
    }
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBeGreaterThan(5);
    // Chinese digits are set in glyphs that only a full reader can tell.
    if (language === 'en') expect(textOf(pdf)).toContain('94.55');
    // A page that lies on its side is as wide as the others are high.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 84[12]/);
    await page.emulateMedia({ media: 'print' });
    const statistics = page.locator('.wide table.data');
    const [table, section] = await statistics.evaluate((table) => {
      const names = [...table.querySelectorAll('tbody th')].map((name) => name.getBoundingClientRect().height);
      return [Math.max(...names), table.closest('section')?.clientWidth ?? 0];
    });
    expect(section).toBeGreaterThan(900);
    // No name is broken into single letters.
    expect(table).toBeLessThan(60);
    await page.emulateMedia({ media: 'screen' });
    await app.link('ReportBack').click();
    await expect(app.number('reuse-rate')).toHaveText('94.55');
  });
});

test('an empty period says what there is not, on every tab and on paper', async ({ app, page }) => {
  await app.open('#/industry');
  await page.locator('#first-period').click();
  await app.goTo('SectionRates');
  await expect(page.getByText(app.say('RatesNone'))).toBeVisible();
  await app.goTo('SectionCosts');
  await expect(page.getByText(app.say('CostsNone'))).toBeVisible();
  await page.locator('.sections').getByRole('link', { name: app.say('SectionSheets') }).click();
  await expect(page.getByText(app.say('SheetsNothing'))).toBeVisible();
});
