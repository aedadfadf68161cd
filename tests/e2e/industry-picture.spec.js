// @ts-check
// The picture of a plant's water: ribbons and places are chosen by mouse and keyboard, and an amount is changed in place.
import { expect, inEachLanguage, test } from './app.js';

/**
 * Clicks on the middle of a ribbon, which may be bent so far that the middle of its box is beside it.
 * @param {import('@playwright/test').Locator} ribbon
 */
async function clickOn(ribbon) {
  await ribbon.scrollIntoViewIfNeeded();
  const { x, y } = await ribbon.locator('path').first().evaluate((path) => {
    const line = /** @type {SVGPathElement} */ (path);
    const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM() ?? new DOMMatrix());
    return { x: middle.x, y: middle.y };
  });
  await ribbon.page().mouse.click(x, y);
}

inEachLanguage((language) => {
  const plating = language === 'zh' ? '电镀车间' : 'Plating shop';
  const effluent = language === 'zh' ? '废水站' : 'Effluent plant';
  const offices = language === 'zh' ? '办公与食堂' : 'Offices and canteen';

  /**
   * A ribbon from one place to another, by what is said of it.
   * @param {import('@playwright/test').Page} page
   * @param {string} from
   * @param {string} to
   */
  const ribbon = (page, from, to) => page.locator(`.water-picture [data-flow][aria-label*="${from} → ${to}"]`);

  test('a ribbon that is chosen is changed in place, and table, figure and picture follow', async ({ app, page }) => {
    await app.openPlant('Works');
    await expect(ribbon(page, effluent, plating)).toBeVisible();
    await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
    await clickOn(ribbon(page, effluent, plating));
    const amount = page.locator('#chosen-flow');
    await expect(amount).toBeFocused();
    await expect(amount).toHaveValue('8000');
    // The field keeps the keyboard while the picture above it is drawn anew.
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('9', { delay: 20 });
    await expect(amount).toBeFocused();
    await expect(app.at('flow', 2, 'amount')).toHaveValue('8009');
    await expect(app.number('plant-reused')).toHaveText(/^570,009/);
    await expect(ribbon(page, effluent, plating)).toHaveAttribute('aria-label', /8,009/);
    await page.locator('.chosen-flow').getByRole('button', { name: app.say('PictureToTable') }).click();
    await expect(app.at('flow', 2, 'amount')).toBeFocused();
  });

  test('the keyboard chooses ribbons and places, and returns', async ({ app, page }) => {
    await app.openPlant('Works');
    await ribbon(page, plating, effluent).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#chosen-flow')).toBeFocused();
    await expect(page.locator('#chosen-flow')).toHaveValue('24800');
    await page.locator('.chosen-flow').getByRole('button', { name: app.say('Close') }).press('Enter');
    await expect(page.locator('.chosen-flow')).toHaveCount(0);
    await expect(ribbon(page, plating, effluent)).toBeFocused();
    await page.locator(`.water-picture [data-node][aria-label*="${plating}"]`).first().focus();
    await page.keyboard.press(' ');
    await expect(app.at('unit', 2, 'name')).toBeFocused();
  });

  test('small flows are hidden and counted, and the block diagram has what the ribbons have', async ({ app, page }) => {
    await app.openPlant('Works');
    const ribbons = page.locator('.water-picture [data-flow]');
    await expect(ribbons.first()).toBeVisible();
    const all = await ribbons.count();
    await page.locator('#picture-least').selectOption('10');
    await expect.poll(() => ribbons.count()).toBeLessThan(all);
    await expect(app.chart('plant-flows')).toContainText(app.say('WaterHidden'));
    await page.locator('#picture-least').selectOption('0');
    await expect(ribbons).toHaveCount(all);
    await page.locator('#picture-kind').selectOption('boxes');
    await expect(app.chart('plant-boxes')).toBeVisible();
    await expect(app.chart('plant-boxes')).toContainText(offices);
    await expect(page.locator('.water-picture figcaption')).toHaveText(app.say('ChartBoxesTitle'));
    await page.locator('.water-picture [data-node]').filter({ hasText: offices }).first().click({ position: { x: 20, y: 8 } });
    await expect(app.at('unit', 5, 'name')).toBeFocused();
  });

  test('the picture says in a table what it shows, and is downloaded as a file of its own', async ({ app, page }) => {
    await app.openPlant('Works');
    const chart = app.chart('plant-flows');
    await chart.locator('summary').click();
    const row = chart.locator('tbody tr').filter({ hasText: '24,800' });
    await expect(row.first()).toContainText(effluent);
    const file = await app.download(chart.getByRole('button', { name: app.say('ChartSvg') }));
    expect(file.name).toMatch(/\.svg$/);
    const svg = file.bytes.toString('utf8');
    expect(svg).toContain(plating);
    expect(svg).not.toContain('tabindex');
  });
});
