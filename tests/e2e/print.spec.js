// @ts-check
// On paper: the work without the tools around it.
import { SECTIONS, expect, inEachLanguage, test } from './app.js';

/**
 * A4 at 96 dots an inch, less the margins of the print style, and two fifths more: browsers shrink
 * a page that is too wide so that it fits. Print that needs more would be too small to read.
 */
const PAPER = { width: Math.floor(((210 - 2 * 14) / 25.4) * 96 * 1.4), height: 1000 };

/** @param {import('@playwright/test').Page} page */
async function cutOff(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll('main td, main th, main svg, main p, main h1, main h2, main h3')];
    const isCut = (/** @type {Element} */ element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1;
    return all.filter(isCut).map((element) => element.textContent?.trim().slice(0, 20));
  });
}

inEachLanguage(() => {
  test('every tab of the irrigation page prints without tools and nothing is cut off', async ({ app, page }) => {
    for (const [key, section] of SECTIONS) {
      await test.step(key, async () => {
        await page.emulateMedia({ media: 'screen' });
        await app.openDetails(section);
        await page.setViewportSize(PAPER);
        await page.emulateMedia({ media: 'print' });
        for (const tool of ['.toolbar', '.rail', '.entry-foot', '.chart-tools']) {
          await expect(page.locator(tool).filter({ visible: true })).toHaveCount(0);
        }
        await expect(page.locator('.result-bar')).toBeVisible();
        expect.soft(await cutOff(page), key).toEqual([]);
      });
    }
  });

  test('the irrigation page prints without tools and nothing is cut off', async ({ app, page }) => {
    await app.openExample();
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print' });
    for (const tool of ['.toolbar', '.rail', '.entry-foot', '.chart-tools']) {
      await expect(page.locator(tool).filter({ visible: true })).toHaveCount(0);
    }
    await expect(page.locator('.row-actions').first()).toBeHidden();
    await expect(page.locator('main h1')).toBeVisible();
    await expect(app.number('region-coefficient')).toBeVisible();
    await expect(app.chart().locator('.chart-picture svg')).toBeVisible();
    expect(await cutOff(page)).toEqual([]);

    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
    expect(pdf.length).toBeGreaterThan(10_000);
  });
});

test('a dark page prints on white', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.openExample();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(background);
});
