// @ts-check
// Addresses: each page has its own, and the browser's buttons work.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage(() => {
  test('an unknown address says so and leads home', async ({ app, page }) => {
    for (const hash of ['#/nowhere', '#/irrigation/abc', '#/irrigation/1/2', '#irrigation/-1', '#/%E7%94%A8']) {
      await app.open(hash);
      await expect(page.locator('main h1')).toHaveText(app.say('NotFoundTitle'));
      await expect(page).toHaveTitle(app.say('TitleOf', { page: app.say('NotFoundTitle') }));
    }
    await page.getByRole('link', { name: app.say('NotFoundHome') }).click();
    await expect(page).toHaveURL(/#\/$/);
    await expect(page.locator('main h1')).toHaveText(app.say('AppName'));
  });

  test('each page has its title, its heading has the focus, and back and forward work', async ({ app, page }) => {
    await app.open();
    await expect(page).toHaveTitle(app.say('AppName'));
    const pages = page.getByRole('navigation', { name: app.say('NavLabel'), exact: true });
    const isAt = async (/** @type {string} */ link, /** @type {string} */ heading, /** @type {string} */ title) => {
      await expect(page).toHaveTitle(title);
      await expect(page.locator('main h1')).toHaveText(heading);
      await expect(page.locator('main h1')).toBeFocused();
      await expect(pages.locator('[aria-current=page]')).toHaveText([link]);
    };
    const home = () => isAt(app.say('NavHome'), app.say('AppName'), app.say('AppName'));
    const named = (/** @type {string} */ link, /** @type {string} */ heading) =>
      isAt(app.say(link), app.say(heading), app.say('TitleOf', { page: app.say(heading) }));

    await pages.getByRole('link', { name: app.say('NavIrrigation'), exact: true }).click();
    await named('NavIrrigation', 'IrrigationTitle');
    await pages.getByRole('link', { name: app.say('NavMethods'), exact: true }).click();
    await named('NavMethods', 'MethodsTitle');
    await page.goBack();
    await named('NavIrrigation', 'IrrigationTitle');
    await page.goBack();
    await home();
    await page.goForward();
    await named('NavIrrigation', 'IrrigationTitle');
  });
});

test('back and forward go between years, and the focus stays on the list', async ({ app, page }) => {
  await app.openExample();
  await app.sheets().focus();
  await app.sheets().selectOption('2019');
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2019');
  await expect(app.sheets()).toBeFocused();
  await app.years().getByRole('button', { name: app.say('SheetAfter') }).click();
  await app.years().getByRole('button', { name: app.say('SheetAfter') }).click();
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2021');
  await page.goBack();
  await page.goBack();
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2019');
  await expect(app.shownSheet()).toHaveText('2019');
  await page.goForward();
  await page.goForward();
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2021');
});

test('an address of a year that is not there shows the latest', async ({ app, page }) => {
  await app.openExample();
  await page.goto('./#/irrigation/99');
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2023');
});

test('the first Tab offers to skip to the content', async ({ app, page }) => {
  await app.open('#/methods');
  await page.keyboard.press('Tab');
  const skip = app.button('SkipToMain');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await expect(page).toHaveURL(/#\/methods$/);
});

test('a page on its own address opens there, without a visit of the first', async ({ app, page }) => {
  await app.open('#/methods');
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  // Where loading put the reader is left to the browser: no focus is taken on the first view.
  await expect(page.locator('main h1')).not.toBeFocused();
});
