// @ts-check
// Chinese and English: every word changes, no figure does.
import { App, SECTIONS, STORED, expect, test } from './app.js';

const PROBLEMS = {
  schema: 1,
  ledger: {
    title: '',
    irrigation: {
      years: [
        {
          id: 1,
          year: 'soon',
          districts: [
            { id: 1, name: 'A', class: 'large', area: '0', net: 'abc', gross: '5 亩', coefficient: '59' },
            { id: 2, name: 'A', class: 'nonsense', area: '', net: '-5', gross: '1,5', coefficient: '' },
            { id: 3, name: '', class: '', area: '1', net: '9', gross: '8', coefficient: '' },
            { id: 4, name: 'B', class: 'small', area: '1', net: '', gross: '', coefficient: '0.1' },
            { id: 5, name: 'C', class: 'well_pipe', area: '1', net: '5', gross: '10', coefficient: '0.9' },
          ],
        },
      ],
    },
  },
};

/** Chinese that belongs on an English page: the switch, the standard's symbols, what people type with numbers. */
const ALLOWED = /中文|[Ww][净毛][ᵢ₁-₉]*|[净毛]|"[^"]*"|\b亩|万 or 亿/g;

/**
 * Everything on the page that is read, by eye or by screen reader, but for what stands there in both languages.
 * @param {import('@playwright/test').Page} page
 */
async function wordsOn(page) {
  return page.evaluate(() => {
    const words = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        if (!node.parentElement?.closest('script, style, #failure, #slow, #update, #shell')) words.push(node.data);
      } else if (node instanceof Element) {
        for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) words.push(node.getAttribute(name) ?? '');
      }
    }
    return words.map((text) => text.trim()).filter(Boolean);
  });
}

/**
 * Opens everything that folds, so that its words are there to be read.
 * @param {import('@playwright/test').Page} page
 */
async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
}

test.describe('English', () => {
  test.use({ language: 'en' });

  test('no page leaves a Chinese word', async ({ app, page }) => {
    const check = (/** @type {string} */ state) =>
      test.step(state, async () => {
        await unfold(page);
        const words = await wordsOn(page);
        expect(words.length).toBeGreaterThan(5);
        const chinese = words.filter((text) => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text.replace(ALLOWED, '')));
        expect.soft(chinese, state).toEqual([]);
      });
    await app.open('#/');
    await check('home');
    await app.open('#/irrigation');
    await check('empty');
    await app.open('#/methods');
    await check('methods');
    await app.open('#/nowhere');
    await check('not found');
    await app.openPlant('Works');
    for (const address of ['#/retrofit/1', '#/retrofit/1/compared', '#/retrofit/1/scenarios', '#/retrofit/1/money', '#/retrofit/1/contract', '#/retrofit/1/verification']) {
      await app.open(address);
      await check(address);
    }
    await app.openRegion();
    for (const section of ['', '/control', '/plan', '/execution', '/reservoirs']) {
      await app.open(`#/region/1${section}`);
      await check(`region ${section}`);
    }
    await app.openExample();
    await check('example');
    await page.locator('[data-figure=region-coefficient] .basis').click();
    await unfold(page);
    await expect(app.derivation().locator('.input-place').first()).toBeAttached();
    await check('derivation');
    await app.derivation().getByRole('button', { name: app.say('Close') }).click();
    for (const [key, section] of SECTIONS) {
      await app.openDetails(section);
      await check(key);
    }
    for (const figure of ['net-need', 'gross-need']) {
      await page.locator(`[data-figure=${figure}] .basis`).click();
      // Each unfolding builds the next level.
      for (let level = 0; level < 5; level += 1) await unfold(page);
      await expect(app.derivation().locator('.input-place').first()).toBeAttached();
      await check(`derivation of ${figure}`);
      await app.derivation().getByRole('button', { name: app.say('Close') }).click();
    }
    await app.openDetails('/canals');
    await page.locator('[data-figure=canal-system] .basis').click();
    for (let level = 0; level < 5; level += 1) await unfold(page);
    await check('derivation of a canal system');
    await app.derivation().getByRole('button', { name: app.say('Close') }).click();
    await app.at('canal', 1, 'upstream').fill('nowhere');
    await app.at('canal', 2, 'length').fill('');
    await page.locator('[id^=cell-district-][id$=-field_efficiency]').fill('90');
    await check('problems of canals');
    await app.openWith({ [STORED.former]: JSON.stringify(PROBLEMS) });
    await expect(page.locator('.problems li').first()).toBeVisible();
    await check('problems');
    await app.openWith({ [STORED.former]: '{"schema": 99}' });
    await check('held');
  });
});

test('the switch changes the words and keeps the data, also after a reload', async ({ app, page }) => {
  const english = new App(page, 'en');
  await app.openExample();
  await app.cell(1, 'net').fill('8200');
  const figure = await app.number('region-coefficient').textContent();
  const typed = await app.typed();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle('农田灌溉水有效利用系数 · 用水账');

  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Irrigation water effective utilization coefficient · Water Ledger');
  await expect(page.locator('#language')).toBeFocused();
  await expect(english.button('Undo')).toBeEnabled();
  await expect(app.number('region-coefficient')).toHaveText(figure ?? '');
  expect(await app.typed()).toEqual(typed);
  // The names are the person's own and stay as they were typed.
  await expect(app.cell(1, 'name')).toHaveValue('东河灌区');

  await english.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(english.button('Export')).toBeVisible();
  expect(await app.typed()).toEqual(typed);
  await english.button('Undo').isDisabled();

  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(app.button('Export')).toBeVisible();
});

test('the switch tells its own language to a screen reader', async ({ app, page }) => {
  await app.open();
  await expect(page.locator('#language')).toHaveAttribute('lang', 'en');
  await expect(page.locator('#language')).toHaveText('English');
});

test('the switch keeps an open year and what can be undone', async ({ app, page }) => {
  const english = new App(page, 'en');
  await app.openExample();
  await app.open('#/irrigation/2');
  await app.cell(2, 'net').fill('3600');
  await page.locator('#language').click();
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2020');
  await english.button('Undo').click();
  await expect(app.cell(2, 'net')).toHaveValue('3684');
});

test.describe('a browser that reads English', () => {
  test.use({ locale: 'en-US' });

  test('is met in English, unless the address names a language, and a choice goes into the address', async ({ app, page }) => {
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.goto('./?lang=zh-CN#/irrigation');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await app.isShown();
    await page.locator('#language').click();
    await expect(page).toHaveURL(/\?lang=en#\/irrigation$/);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
