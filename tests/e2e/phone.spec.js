// @ts-check
// A phone: nothing sticks out, everything can be reached, data can be entered.
import { PLANT_SECTIONS, SECTIONS, STORED, expect, inEachLanguage, test } from './app.js';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * The page itself does not scroll sideways; a table inside it may.
 * @param {Page} page
 * @param {string} state
 */
async function fits(page, state) {
  const overflow = await page.evaluate(() => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const isInScroller = element.closest('.scroll, .tabs, dialog, pre, .visually-hidden, .skip-link, svg');
      return box.width > 0 && box.right > root.clientWidth + 1 && !isInScroller;
    });
    return { by: root.scrollWidth - root.clientWidth, wide: wide.slice(0, 3).map((element) => `${element.tagName}.${element.className}`) };
  });
  expect.soft(overflow, state).toEqual({ by: 0, wide: [] });
}

const NAME = '名字很长的灌区'.repeat(6);

const BAD = JSON.stringify({
  schema: 1,
  ledger: {
    title: '',
    irrigation: {
      years: Array.from({ length: 12 }, (_, index) => ({
        id: index + 1,
        year: String(2010 + index),
        districts: [{ id: 1, name: NAME, class: 'medium_15_30', area: '0', net: 'abc', gross: '5 亩', coefficient: '59' }],
      })),
    },
  },
});

inEachLanguage(() => {
  for (const [width, height] of [[390, 844], [320, 640]]) {
    test(`no page scrolls sideways at ${width} px`, async ({ app, page }) => {
      await page.setViewportSize({ width, height });
      for (const hash of ['#/', '#/irrigation', '#/industry', '#/retrofit', '#/region', '#/methods', '#/ledgers', '#/open/none', '#/nowhere']) {
        await app.open(hash);
        await fits(page, hash);
      }
      await app.openRegion();
      for (const section of ['', '/control', '/plan', '/execution', '/reservoirs']) {
        await page.goto(`./#/region/1${section}`);
        await fits(page, `region ${section}`);
      }
      await app.openExample();
      await app.chart().locator('summary').click();
      await fits(page, 'example with data table');
      await page.locator('.open-bar').click();
      await page.locator('[data-figure=region-coefficient] .basis').click();
      const dialog = app.derivation();
      await dialog.locator('.inputs > li > details > summary').first().click();
      await fits(page, 'derivation');
      const box = await dialog.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= width).toBe(true);
      const inside = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect.soft(inside, 'the dialog scrolls sideways').toBeLessThanOrEqual(0);
      await app.openWith({ [STORED.former]: BAD });
      await expect(page.locator('.problems li').first()).toBeVisible();
      await fits(page, 'problems and long names');
      await app.openWith({ [STORED.former]: `{"schema": 99, "long": "${'x'.repeat(300)}"}` });
      await page.locator('.held summary').click();
      await fits(page, 'held');
    });
  }

  for (const width of [390, 320]) {
    test(`no tab of the irrigation page scrolls sideways at ${width} px`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const [key, section] of SECTIONS) {
        await app.openDetails(section);
        await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')));
        await fits(page, key);
      }
      await app.openDetails('/canals');
      await app.at('canal', 1, 'upstream').fill(NAME);
      await page.locator('[id^=cell-district-][id$=-field_efficiency]').fill('90');
      await expect(page.locator('.problems li')).not.toHaveCount(0);
      await fits(page, 'problems of canals');
    });
  }

  for (const width of [360, 320]) {
    test(`no tab of the industrial page scrolls sideways at ${width} px`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 740 });
      await app.open('#/industry');
      await fits(page, 'empty');
      for (const example of /** @type {const} */ (['Smelter', 'Errors'])) {
        await app.openPlant(example);
        for (const [key, section] of [...PLANT_SECTIONS, ['SectionSheets', '/sheets']]) {
          await page.goto(`./#/industry/1${section}`);
          await app.isShown();
          await page.evaluate(() => document.querySelectorAll('main .chart-frame details').forEach((details) => details.setAttribute('open', '')));
          await fits(page, `${example} ${key}`);
        }
        await page.goto('./#/industry/1');
        await page.locator('#picture-kind').selectOption('boxes');
        await page.locator('.water-picture [data-flow]').first().focus();
        await page.keyboard.press('Enter');
        await fits(page, `${example} boxes`);
        await app.at('unit', 1, 'name').fill(NAME);
        await app.goTo('SectionBalance');
        await fits(page, `${example} long name`);
        await app.removeSheet('PeriodRemove');
      }
    });
  }

  test('every page can be reached and data entered on a phone', async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await app.open();
    const pages = page.getByRole('navigation', { name: app.say('NavLabel'), exact: true });
    for (const [name, title] of [['NavMethods', 'MethodsTitle'], ['NavHome', 'AppName'], ['NavIndustry', 'IndustryTitle'], ['NavIrrigation', 'IrrigationTitle']]) {
      const link = pages.getByRole('link', { name: app.say(name), exact: true });
      await expect(link).toBeInViewport({ ratio: 1 });
      await link.click();
      await expect(page.locator('main h1')).toHaveText(app.say(title));
    }
    await page.locator('.start').getByRole('button', { name: app.say('YearAdd') }).click();
    for (const [column, text] of /** @type {const} */ ([['name', '甲'], ['net', '50'], ['gross', '100']])) {
      await app.cell(1, column).click();
      await page.keyboard.type(text);
      // Whatever the results grow to above it, the cell that is typed into stays clear of the bar below.
      const [cell, bar] = await Promise.all([app.cell(1, column).boundingBox(), page.locator('.rail').boundingBox()]);
      expect((cell?.y ?? 999) + (cell?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }
    await expect(app.number('region-coefficient')).toHaveText('0.5000');
  });
});

test('the end of a page is not hidden behind the bar', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('#/methods');
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
  // What comes into view is laid out then, and may be longer than was thought.
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const [footer, bar] = await Promise.all([page.locator('.footer').boundingBox(), page.locator('.rail').boundingBox()]);
    expect((footer?.y ?? 999) + (footer?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  }).toPass();
});
