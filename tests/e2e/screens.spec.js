// @ts-check
// Eight screens as they are seen at a desk in light and on a phone in dark. The pictures of `docs/screens.md` are taken on request;
// at any other time this sees that each screen shows its first cell or figure at once and nothing beyond its window.
import { fileURLToPath } from 'node:url';
import { expect, test } from './app.js';

/** @typedef {import('./app.js').App} App */

/** @type {[string, string, (app: App) => Promise<void>][]} name, what is seen at once, the way there */
const SCREENS = [
  ['landing', '.doors .primary', (app) => app.open()],
  ['irrigation', '#cell-district-1-name', (app) => app.openExample()],
  ['canals', '#cell-canal-1-name', (app) => app.openDetails('/canals')],
  ['plant', '#cell-supply-1-name', (app) => app.openPlant('Works')],
  ['rates', '#cell-product-1-name, .rates', (app) => app.openPlant('Works', '/rates')],
  ['rubric', '[data-figure=score]', (app) => app.openUnit('University')],
  ['items', '[data-figure=score]', (app) => app.openUnit('University', '/items')],
  ['plan', '[data-figure=score]', (app) => app.openUnit('University', '/plan')],
];

const isWanted = process.env.WATER_LEDGER_SCREENSHOT === '1';

for (const [kind, width, height, colorScheme] of /** @type {const} */ ([
  ['desk', 1440, 900, 'light'],
  ['phone', 390, 844, 'dark'],
])) {
  for (const [name, first, show] of SCREENS) {
    test(`${name}, ${kind}`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(app);
      await page.evaluate(() => window.scrollTo(0, 0));
      if (name !== 'rates') await expect(page.locator(first).first()).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (!isWanted) return;
      const path = fileURLToPath(new URL(`../../docs/screens/${name}-${kind}.png`, import.meta.url));
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    });
  }
}
