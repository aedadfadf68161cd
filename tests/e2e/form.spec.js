// @ts-check
// The printed self-assessment form: on the screen, on a phone, on paper.
import { expect, inEachLanguage, test } from './app.js';
import { pagesOf, textOf } from './pdf.js';

/** @typedef {import('./app.js').App} App */

/**
 * Opens the form of the filled institution.
 * @param {App} app
 */
async function openForm(app) {
  await app.open('#/certification');
  await app.button('ExampleInstitution').click();
  await expect(app.page.locator('.steps')).toBeVisible();
  await app.page.goto('./#/certification/1/form');
  await expect(app.page.locator('.assessment-form h1')).toBeVisible();
  await expect(app.page.locator('.assessment-form table').first()).toBeVisible();
}

inEachLanguage((language) => {
  test('it holds summary, items with basis and evidence, and lines to sign', async ({ app, page }) => {
    await openForm(app);
    for (const key of ['FormHead', 'FormSummary', 'FormUnverified', 'FormSignatures', 'ReportDerivations', 'ReportSources']) {
      await expect(page.getByRole('heading', { level: 2, name: app.say(key), exact: true })).toBeVisible();
    }
    const total = page.locator('.assessment-form tr').filter({ has: page.getByRole('rowheader', { name: app.say('Total'), exact: true }) });
    await expect(total.locator('td').nth(1)).toContainText('81');
    const heads = page.locator('.assessment-form table').nth(1).locator('thead th');
    await expect(heads.filter({ hasText: app.say('FormBasis') })).toHaveCount(1);
    await expect(page.locator('.report-signatures li')).toHaveCount(6);
    await app.link('ReportBack').click();
    await expect(page).toHaveURL(/#\/certification\/1\/items$/);
  });

  test('the paper is A4, upright, of a few pages, and nothing is cut off', async ({ app, page }) => {
    await openForm(app);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
    expect(boxes.length).toBeGreaterThan(0);
    for (const [, width, height] of boxes) expect(Number(width)).toBeLessThan(Number(height));
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(pagesOf(pdf)).toBeLessThan(16);
    // Which glyphs Chinese words and the digits among them are set in, a reader of the file cannot always tell.
    for (const text of language === 'zh' ? [] : ['2024', '100.00', 'Self-assessment form']) {
      expect(textOf(pdf)).toContain(text);
    }
    await page.setViewportSize({ width: Math.floor(((210 - 2 * 14) / 25.4) * 96), height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const all = [...document.querySelectorAll('.report td, .report th, .report p, .report li, .report h1')];
      return all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1).map((one) => one.textContent);
    });
    expect(cut).toEqual([]);
  });

  test('a phone shows it without a sideways scroll', async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openForm(app);
    const { scrolled, width } = await page.evaluate(() => ({
      scrolled: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scrolled).toBeLessThanOrEqual(width);
  });

  test('without a rubric it says that there is nothing yet', async ({ app, page }) => {
    await app.open('#/certification');
    await page.locator('#first-review').click();
    await page.goto('./#/certification/1/form');
    await expect(page.locator('.assessment-form')).toContainText(app.say('FormNoRubric'));
  });
});
