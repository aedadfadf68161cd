// @ts-check
// The picture in the README. It is taken on request; at any other time this sees that it could be.
import { fileURLToPath } from 'node:url';
import { expect, test } from './app.js';

test('the example shows its table, its figures and its chart in one window', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await app.openExample();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const part of ['main h1', '.entry-table', '[data-figure=region-coefficient] output.number', '.rail', '.toolbar']) {
    await expect(page.locator(part).first()).toBeInViewport();
  }
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(page.locator('.problems li')).toHaveCount(0);
  await app.isSaved();
  const isWanted = process.env.WATER_LEDGER_SCREENSHOT === '1';
  const path = fileURLToPath(new URL('../../docs/screenshot.png', import.meta.url));
  const picture = await page.screenshot({ path: isWanted ? path : undefined, animations: 'disabled', caret: 'hide' });
  expect(picture.length).toBeGreaterThan(20_000);
});
