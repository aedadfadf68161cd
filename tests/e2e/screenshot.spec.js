// @ts-check
// The picture in the README. It is taken on request; at any other time this sees that it could be.
import { fileURLToPath } from 'node:url';
import { expect, test } from './app.js';

test('the example shows its table and its figures in one window', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await app.openExample();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const parts = ['main h1', '.entry-table', '[data-figure=region-coefficient] output.number', '.rail', '.toolbar'];
  for (const part of parts) await expect(page.locator(part).first()).toBeInViewport();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(page.locator('.problems li')).toHaveCount(0);
  await app.isSaved();
  const path = fileURLToPath(new URL('../../docs/screenshot.png', import.meta.url));
  const isWanted = process.env.WATER_LEDGER_SCREENSHOT === '1';
  const take = (/** @type {string | undefined} */ path = undefined) =>
    page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const picture = await take(isWanted ? path : undefined);
  expect(picture.equals(await take())).toBe(true);
  // Each part is seen in it: without the part the picture is another.
  for (const part of parts) {
    const hide = (/** @type {boolean} */ isHidden) =>
      page.locator(part).first().evaluate((element, is) => element.toggleAttribute('hidden', is), isHidden);
    await hide(true);
    expect(picture.equals(await take()), part).toBe(false);
    await hide(false);
  }
});
