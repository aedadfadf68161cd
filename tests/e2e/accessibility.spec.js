// @ts-check
// What machines can find of WCAG: every page and state, light and dark.
import AxeBuilder from '@axe-core/playwright';
import { PLANT_SECTIONS, SECTIONS, STORED, expect, inEachTheme, test } from './app.js';

/** @param {import('@playwright/test').Page} page */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

inEachTheme((theme, openIn) => {
  test(`no page and no state has a violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(240_000);
    const check = (/** @type {string} */ state) =>
      test.step(state, async () => expect.soft(await violations(page), state).toEqual([]));

    await openIn(app, '#/');
    await app.isLandingPageAlone();
    await check('home, the landing page alone');
    await page.goto('./#/nowhere');
    await app.isShown();
    await check('not found');
    await page.goto('./#/methods');
    await expect(page.locator('.method').first()).toBeVisible();
    await check('methods');
    await page.goto('./#/irrigation');
    await expect(page.locator('.start')).toBeVisible();
    await check('irrigation, empty');
    await app.button('OpenExample').click();
    await expect(app.number('region-coefficient')).toBeVisible();
    await app.chart().locator('summary').click();
    await app.rows().first().locator('summary').click();
    await check('irrigation, example with data table and a row unfolded');
    await app.rows().first().locator('summary').click();
    await page.locator('[data-figure=region-coefficient] .basis').click();
    await app.derivation().locator('.inputs > li > details > summary').first().click();
    await check('derivation');
    await page.keyboard.press('Escape');
    await app.cell(1, 'net').fill('abc');
    await app.cell(2, 'net').fill('-1');
    await app.cell(3, 'name').fill('');
    await app.cell(4, 'coefficient').fill('0.9');
    await app.openSheetMenu();
    await page.locator('[id^=cell-year-][id$=-year]').fill('soon');
    await app.import('broken.json', '{');
    await expect(app.notice('DocumentDamaged')).toBeVisible();
    await check('irrigation, problems and a notice');
    await app.isSaved();
    await page.goto('./#/ledgers');
    await expect(page.locator('table.ledgers')).toBeVisible();
    await page.locator('table.ledgers').getByRole('button', { name: app.say('LedgerDuplicate') }).click();
    await page.locator('table.ledgers').getByRole('button', { name: app.say('LedgerMerge').replace('…', '') }).click();
    await page.getByRole('button', { name: app.say('ShareMake') }).click();
    await expect(page.locator('.offered li').first()).toBeVisible();
    await check('ledgers, with sheets to take in and a link');
    await page.goto('./#/open/none');
    await expect(page.locator('main [role=alert]')).toBeVisible();
    await check('a link that is broken');
    await app.open('#/');
    await app.reload();
    await app.isApp();
    await check('home, in the app');
    await app.openWith({ [STORED.former]: '{"schema": 99}' });
    await page.locator('.held summary').click();
    await check('held');
  });
});

inEachTheme((theme, openIn) => {
  test(`no tab of the irrigation page has a violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(240_000);
    await openIn(app, '#/example');
    for (const [key, section] of SECTIONS) {
      await test.step(key, async () => {
        const district = /district|canals|fields/.test(section) ? '/5' : '';
        await page.goto(`./#/irrigation/5${section}${district}`);
        await expect(page.locator('.result-bar')).toBeVisible();
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
        expect.soft(await violations(page), key).toEqual([]);
      });
    }
    await page.goto('./#/irrigation/5/canals/5');
    await app.at('canal', 1, 'upstream').fill('nowhere');
    await page.locator('[id^=cell-district-][id$=-field_efficiency]').fill('90');
    await expect(page.locator('[id^=cell-district-][id$=-field_efficiency-problem]')).toBeVisible();
    expect.soft(await violations(page), 'problems').toEqual([]);
  });
});

inEachTheme((theme, openIn) => {
  for (const [example, sections] of /** @type {const} */ ([
    ['Works', PLANT_SECTIONS],
    ['Errors', PLANT_SECTIONS.slice(0, 2)],
  ])) {
    test(`no tab of the industrial page and no sheet has a violation, ${example}, ${theme}`, async ({ app, page }) => {
      test.setTimeout(240_000);
      await openIn(app, '#/industry');
      expect.soft(await violations(page), 'empty').toEqual([]);
      await app.openPlant(example);
      const period = new URL(page.url()).hash.split('/')[2];
      for (const [key, section] of sections) {
        await test.step(`${example} ${key}`, async () => {
          await page.goto(`./#/industry/${period}${section}`);
          await expect(page.locator('.result-bar')).toBeVisible();
          await page.evaluate(() => document.querySelectorAll('main .chart-frame details').forEach((details) => details.setAttribute('open', '')));
          expect.soft(await violations(page), `${example} ${key}`).toEqual([]);
        });
      }
      await page.goto(`./#/industry/${period}`);
      await page.locator('#picture-kind').selectOption('boxes');
      await page.locator('.water-picture [data-flow]').first().focus();
      await page.keyboard.press('Enter');
      expect.soft(await violations(page), `${example} boxes`).toEqual([]);
      await page.goto(`./#/industry/${period}/sheets`);
      await expect(page.locator('.report h1')).toBeVisible();
      // Derivations are built alike; the first of each part stand for all.
      const { violations: found } = await new AxeBuilder({ page }).exclude('.report-derived:nth-child(n + 5)').analyze();
      expect.soft(found.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), `${example} sheets`).toEqual([]);
    });
  }
});

inEachTheme((theme, openIn) => {
  test(`no tab of the page of retrofits has a violation, ${theme}`, async ({ app, page }) => {
    await openIn(app, '#/retrofit');
    expect.soft(await violations(page), 'empty').toEqual([]);
    await app.openPlant('Works');
    for (const address of ['#/retrofit/1', '#/retrofit/1/compared', '#/retrofit/1/scenarios', '#/retrofit/1/money', '#/retrofit/1/contract', '#/retrofit/1/verification']) {
      await page.goto(`./${address}`);
      await expect(page.locator('.result-bar')).toBeVisible();
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
      expect.soft(await violations(page), address).toEqual([]);
    }
  });
});

inEachTheme((theme, openIn) => {
  test(`no tab of the page of regions has a violation, ${theme}`, async ({ app, page }) => {
    await openIn(app, '#/region');
    expect.soft(await violations(page), 'empty').toEqual([]);
    await app.openRegion();
    for (const section of ['', '/control', '/plan', '/execution', '/reservoirs']) {
      await page.goto(`./#/region/1${section}`);
      await expect(page.locator('.result-bar')).toBeVisible();
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
      expect.soft(await violations(page), section).toEqual([]);
    }
  });
});

test('a phone has no violation either', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.openExample();
  expect(await violations(page)).toEqual([]);
});
