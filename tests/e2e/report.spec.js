// @ts-check
// The report of a year: on the screen, on a phone, on paper.
import AxeBuilder from '@axe-core/playwright';
import { expect, inEachLanguage, inEachTheme, test } from './app.js';
import { pagesOf, textOf } from './pdf.js';

/** @typedef {import('./app.js').App} App */

/** @param {App} app */
async function openReport(app) {
  await app.openExample();
  await app.link('ReportLink').click();
  await expect(app.page.locator('.report h1')).toHaveText(app.say('ReportTitleOf', { year: '2023' }));
}

inEachLanguage((language) => {
  test('it opens from the tabs with its sections, and leads back', async ({ app, page }) => {
    await openReport(app);
    await expect(page.locator('.report h1')).toBeFocused();
    await expect(page).toHaveURL(/#\/irrigation\/\d+\/report$/);
    for (const key of ['ResultsTitle', 'ResultClasses', 'ReportDetails', 'ReportProblems', 'ReportDerivations', 'ReportSources']) {
      await expect(page.getByRole('heading', { level: 2, name: app.say(key), exact: true })).toBeVisible();
    }
    await expect(page.locator('.report-values').first()).toContainText('0.5900');
    await app.reload();
    await expect(page.locator('.report-values').first()).toContainText('0.5900');
    await app.link('ReportBack').click();
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
  });

  test('derivations are chosen above the paper, and the address keeps the choice', async ({ app, page }) => {
    await openReport(app);
    const derived = page.locator('.report-derived');
    const choice = page.getByRole('navigation', { name: app.say('ReportDerivationsChoice'), exact: true }).getByRole('link');
    await expect(choice).toHaveCount(3);
    await expect(choice.nth(1)).toHaveAttribute('aria-current', 'true');
    const main = await derived.count();
    expect(main).toBeGreaterThan(5);
    await choice.nth(2).click();
    await expect(page).toHaveURL(/#\/irrigation\/\d+\/report\/all$/);
    await expect.poll(() => derived.count()).toBeGreaterThan(5 * main);
    // The paper is made anew, the choice is not: the keyboard stays on it.
    await expect(choice.nth(2)).toBeFocused();
    await app.reload();
    await expect.poll(() => derived.count()).toBeGreaterThan(5 * main);
    await choice.nth(0).click();
    await expect(derived).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: app.say('ReportDerivations'), exact: true })).toHaveCount(0);
    await expect(page.locator('.report')).not.toContainText('[1]');
  });

  test('the cover names who was typed, and who signs by hand', async ({ app, page }) => {
    await app.openExample();
    await app.openSheetMenu();
    await page.locator('.cover-entries > summary').click();
    await page.getByLabel(app.say('OrganisationField'), { exact: true }).fill('水利局 & <b>');
    await app.link('ReportLink').click();
    const lines = page.locator('.report-cover .cover-lines > div');
    await expect(lines.filter({ hasText: app.say('OrganisationField') }).locator('dd')).toHaveText('水利局 & <b>');
    await expect(lines.filter({ hasText: app.say('CompilerField') }).locator('dd')).toHaveText('');
    await expect(page.locator('.report-cover .report-signatures li')).toHaveText(['SignCompiled', 'SignChecked', 'SignApproved'].map((key) => app.say(key)));
  });

  test('its button prints', async ({ app, page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await openReport(app);
    await app.button('ReportPrint').click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  });

  test('the paper holds the coefficient and no tools', async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openReport(app);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBeGreaterThan(1);
    // With the derivations of the main figures alone it is short enough to be read.
    expect(pagesOf(pdf)).toBeLessThanOrEqual(12);
    // Chinese digits are set in glyphs that only a full reader can tell.
    if (language === 'en') expect(textOf(pdf)).toContain('0.5900');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    for (const tool of ['.toolbar', '.rail', '.footer', '.report .buttons', '.chart-tools']) {
      await expect(page.locator(tool)).toBeHidden();
    }
    const looks = await page.locator('.report').evaluate((report) => {
      const { color, fontSize } = getComputedStyle(report);
      return { color, fontSize };
    });
    expect(looks).toEqual({ color: 'rgb(0, 0, 0)', fontSize: '16px' });
  });

  test('a phone shows it without a sideways scroll', async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openReport(app);
    const { scrolled, width } = await page.evaluate(() => ({
      scrolled: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scrolled).toBeLessThanOrEqual(width);
  });
});

inEachTheme((theme, openIn) => {
  test(`machines find no violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await openIn(app, '#/');
    await openReport(app);
    // Hundreds of derivations are built alike; the first of each part stand for all.
    const { violations } = await new AxeBuilder({ page }).exclude('.report-derived:nth-child(n + 5)').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`)).toEqual([]);
  });
});

test('an empty year says that nothing can be computed', async ({ app, page }) => {
  await app.openEmptyYear();
  await app.link('ReportLink').click();
  await expect(page.getByText(app.say('ReportNothing'))).toBeVisible();
  await expect(page.locator('.report-section')).toHaveCount(2);
});
