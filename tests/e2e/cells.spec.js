// @ts-check
// No number is cut in any cell of any table of any example, in either language, at any width.
import { expect, inEachLanguage, test } from './app.js';

/** @typedef {import('./app.js').App} App */

/** @type {[string, (app: App) => Promise<void>][]} */
const PLACES = [
  ['districts', (app) => app.openExample()],
  ['canals', (app) => app.openDetails('/canals')],
  ['fields', (app) => app.openDetails('/fields')],
  ['water need', (app) => app.openDetails('/water-need')],
  ['district', (app) => app.openDetails('/district')],
  ['smelter', (app) => app.openPlant('Smelter')],
  ['rates', (app) => app.openPlant('Smelter', '/rates')],
  ['cooling', (app) => app.openPlant('Smelter', '/cooling')],
  ['costs', (app) => app.openPlant('Smelter', '/costs')],
  ['university', (app) => app.openUnit('University', '/facts')],
];

inEachLanguage(() => {
  for (const [name, show] of PLACES) {
    test(`${name}: every number is seen whole from 320 to 1920 pixels`, async ({ app, page }) => {
      await show(app);
      await expect(page.locator('.entry-table').first()).toBeVisible();
      for (const width of [320, 390, 768, 1024, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        // A phone shows one row of each table as a form; each takes its turn.
        const rows = width < 760 ? await page.locator('.entry-table tr[data-row]:not(.new-row)').count() : 1;
        for (let row = 0; row < rows; row += 1) {
          if (width < 760) await page.locator('.entry-table tr[data-row]:not(.new-row)').nth(row).evaluate((one) => /** @type {HTMLElement} */ (one).click());
          const cut = await page.locator('.entry-table :is([data-kind=number] input, select)').evaluateAll((fields) =>
            fields
              .filter((field) => (field.closest('td')?.clientWidth ?? 0) > 4 && field.scrollWidth > field.clientWidth + 1)
              .map((field) => `${field.id} ${/** @type {HTMLInputElement} */ (field).value}`),
          );
          expect.soft(cut, `${width}`).toEqual([]);
        }
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      }
    });
  }
});

test('what has the keyboard is under nothing, wherever it is in a wide table', async ({ app, page }) => {
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await app.openDetails('/canals');
    const cells = page.locator('#main .entry-table :is(input, select)');
    const count = Math.min(await cells.count(), 40);
    for (let place = 0; place < count; place += 1) {
      await cells.nth(place).focus();
      // What was folded unfolds under the keyboard.
      const isSeen = () => cells.nth(place).evaluate((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return at !== null && (cell.contains(at) || at.contains(cell));
      });
      await expect.configure({ soft: true }).poll(isSeen, { message: `${width}: ${await cells.nth(place).getAttribute('id')}`, timeout: 2000 }).toBe(true);
    }
  }
});
