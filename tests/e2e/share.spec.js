// @ts-check
// A link that is a ledger: made, opened as a preview, asked about; cut, newer or hostile ones are refused in words.
import { App, expect, inEachLanguage, test } from './app.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Makes a link of the open ledger; the part of the address after `#`.
 * @param {App} app
 */
async function linkOf(app) {
  await app.page.getByRole('button', { name: app.say('ShareMake') }).click();
  const link = await app.page.getByLabel(app.say('ShareLink'), { exact: true }).inputValue();
  return new URL(link).hash;
}

inEachLanguage(() => {
  test('a link opens as a preview, and is opened as a ledger of its own only when that is asked for', async ({ app, page, browser, baseURL, language }) => {
    await app.openExample();
    await app.isSaved();
    await app.open('#/ledgers');
    await page.locator('.share-link select').selectOption({ index: 5 });
    const hash = await linkOf(app);
    expect(hash).toMatch(/^#\/open\/1[\w-]+$/);
    await expect(page.locator('.qr-code svg').or(page.getByText(app.say('ShareNoCode')))).toBeVisible();

    // A stranger's browser, in which something else was typed.
    const context = await browser.newContext({ baseURL, locale: language === 'zh' ? 'zh-CN' : 'en', serviceWorkers: 'block' });
    const other = new App(await context.newPage(), language);
    await other.openEmptyYear();
    await other.cell(1, 'name').fill('自己的灌区');
    await other.isSaved();
    await other.open(hash);
    await expect(other.page.locator('main h1')).toHaveText(other.say('LinkTitle'));
    await expect(other.page.locator('main')).toContainText(other.say('LedgerYears', { count: 1 }));
    await other.page.getByRole('button', { name: other.say('LinkOpen') }).click();
    await expect(other.number('region-coefficient')).toHaveText('0.5900');
    await other.open('#/ledgers');
    await expect(other.page.locator('table.ledgers tbody tr')).toHaveCount(2);
    await context.close();
  });

  test('where nothing has been typed a link opens here, and undo closes it', async ({ app, page }) => {
    await app.openExample();
    await app.open('#/ledgers');
    const hash = await linkOf(app);
    await app.button('Undo').click();
    await app.open(hash);
    await page.getByRole('button', { name: app.say('LinkOpen') }).click();
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    await app.button('Undo').click();
    await expect(page.locator('.start')).toBeVisible();
  });

  test('a link that is cut, newer or no link at all is refused in words', async ({ app, page }) => {
    await app.openExample();
    await app.open('#/ledgers');
    const hash = await linkOf(app);
    for (const [broken, key] of /** @type {const} */ ([
      [hash.slice(0, hash.length / 2), 'LinkBroken'],
      ['#/open/2AAAA', 'LinkNewer'],
      ['#/open/1<img src=x onerror=alert(1)>', 'LinkBroken'],
      ['#/open/', 'LinkBroken'],
      [`#/open/1${'A'.repeat(1_100_000)}`, 'LinkTooLong'],
    ])) {
      await app.open('#/ledgers');
      await page.evaluate((hash) => void (location.hash = hash), broken);
      await expect(page.locator('main [role=alert]')).toHaveText(app.say(key, { limit: '1,000,000' }));
    }
    await app.open('#/irrigation');
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
  });
});

test('sheets of a link are taken into the open ledger', async ({ app, page }) => {
  await app.openExample();
  await app.open('#/ledgers');
  await page.locator('.share-link select').selectOption({ index: 1 });
  await page.getByLabel(app.say('ShareWithoutNames')).check();
  const hash = await linkOf(app);
  await app.open(hash);
  await page.getByRole('button', { name: app.say('LinkMerge').replace('…', '') }).click();
  await expect(page.locator('.offered li')).toHaveCount(1);
  await page.getByRole('button', { name: app.say('MergeDo', { count: 1 }) }).click();
  await expect(app.notice('MergeDone')).toBeVisible();
});
