// @ts-check
// Light, dark, or as the system says.
import { expect, inEachLanguage, test } from './app.js';

/** @param {import('@playwright/test').Page} page */
async function brightness(page) {
  const color = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return [0];
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  });
  return (color[0] + color[1] + color[2]) / 3;
}

inEachLanguage(() => {
  test('the button goes from the system to light to dark and back, and the choice survives', async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.open();
    expect(await brightness(page)).toBeLessThan(80);
    await app.button('ThemeAuto').click();
    await expect(app.button('ThemeLight')).toBeFocused();
    expect(await brightness(page)).toBeGreaterThan(200);
    await app.reload();
    await expect(app.button('ThemeLight')).toBeVisible();
    expect(await brightness(page)).toBeGreaterThan(200);

    await page.emulateMedia({ colorScheme: 'light' });
    await app.button('ThemeLight').click();
    await expect(app.button('ThemeDark')).toBeVisible();
    expect(await brightness(page)).toBeLessThan(80);
    await app.reload();
    expect(await brightness(page)).toBeLessThan(80);

    await app.button('ThemeDark').click();
    await expect(app.button('ThemeAuto')).toBeVisible();
    expect(await brightness(page)).toBeGreaterThan(200);
  });
});

test('while it follows the system it does so at once', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await app.open();
  expect(await brightness(page)).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await brightness(page)).toBeLessThan(80);
});
