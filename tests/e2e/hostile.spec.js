// @ts-check
// Hostile words stay words. The fixture fails on any dialog, error or policy violation that one causes.
import { STORED, expect, inEachLanguage, test } from './app.js';

const IMAGE = '<img src=x onerror=alert(1)>';
const SCRIPT = '"><script>alert(2)</script><svg onload=alert(3)>';
const LINK = "javascript:alert(4)//'-->]]>";

/** @param {import('@playwright/test').Page} page */
async function nothingRan(page) {
  await expect(page.locator('main img, dialog img, main script, dialog script, [onload], [onerror]')).toHaveCount(0);
}

inEachLanguage(() => {
  test('a hostile district is text in the table, its problems and its derivation', async ({ app, page }) => {
    await app.openExample();
    await app.cell(1, 'name').fill(IMAGE);
    await app.cell(2, 'name').fill(SCRIPT);
    await app.cell(3, 'net').fill(IMAGE);
    await app.cell(4, 'name').fill(LINK);
    await expect(app.cell(1, 'name')).toHaveValue(IMAGE);
    await page.locator('[data-figure=region-coefficient] .basis').click();
    const districts = app.derivation().locator('.inputs > li > details');
    for (const [index, name] of [IMAGE, SCRIPT].entries()) {
      await districts.nth(index).locator('summary').first().click();
      await expect(districts.nth(index).locator('.input-place').first()).toContainText(name);
    }
    await nothingRan(page);
    await page.keyboard.press('Escape');
    await app.chart().locator('summary').click();
    await nothingRan(page);
    await app.isSaved();
    await app.reload();
    await expect(app.cell(2, 'name')).toHaveValue(SCRIPT);
    await nothingRan(page);
  });

  test('hostile words in an imported ledger and in a refused one stay words', async ({ app, page }) => {
    await app.open('#/irrigation');
    const row = { id: 1, name: SCRIPT, class: IMAGE, area: IMAGE, net: '1', gross: '2', coefficient: SCRIPT };
    const ledger = { title: IMAGE, irrigation: { years: [{ id: 1, year: `2023${IMAGE}`, districts: [row] }] } };
    await app.import('hostile.json', JSON.stringify({ schema: 1, ledger }));
    await expect(app.cell(1, 'class')).toHaveValue(IMAGE);
    await expect(app.years()).toContainText(IMAGE);
    await expect(page.locator('.entry-table caption').first()).toContainText(IMAGE);
    await nothingRan(page);

    await app.import('refused.json', JSON.stringify({ schema: 1, [IMAGE]: SCRIPT, ledger }));
    await expect(app.notice('DocumentDamaged')).toContainText(IMAGE);
    await nothingRan(page);
  });

  test('hostile units of a plant stay words in table, picture, balance and sheets', async ({ app, page }) => {
    await app.open('#/industry');
    const units = [
      { id: 1, name: IMAGE, kind: 'main', town: '100', circulation: '50', consumption: '20', discharge: '80' },
      { id: 2, name: SCRIPT, kind: SCRIPT, within: LINK, town: '10', consumption: IMAGE },
    ];
    const flows = [{ id: 1, from: IMAGE, to: SCRIPT, amount: '30' }, { id: 2, from: LINK, to: IMAGE, amount: SCRIPT }];
    const supplies = [{ id: 1, name: LINK, kind: 'town', amount: '110' }];
    const costs = [{ id: 1, place: IMAGE, item: 'price', per_volume: '2' }];
    const period = { id: 1, period: `2024${IMAGE}`, sector: SCRIPT, staff: LINK, supplies, units, flows, costs };
    await app.import('hostile.json', JSON.stringify({ schema: 3, ledger: { title: IMAGE, irrigation: { years: [] }, industry: { periods: [period] } } }));
    await expect(app.at('unit', 1, 'name')).toHaveValue(IMAGE);
    await expect(app.shownSheet()).toContainText(IMAGE);
    await expect(app.chart('plant-flows').locator('svg')).toContainText(IMAGE);
    await nothingRan(page);
    await page.locator('#picture-kind').selectOption('boxes');
    await expect(app.chart('plant-boxes').locator('svg')).toBeVisible();
    await page.locator('.water-picture [data-flow]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.chosen-flow')).toBeVisible();
    await nothingRan(page);
    for (const tab of ['balance', 'rates', 'cooling', 'costs', 'sheets']) {
      await page.goto(`./#/industry/1/${tab}`);
      await app.isShown();
      await nothingRan(page);
    }
    await expect(page.locator('.report')).toContainText(IMAGE);
  });

  test('a hostile held ledger is shown as text', async ({ app, page }) => {
    const text = `{"schema": 99, "${IMAGE}": "</pre>${SCRIPT.replaceAll('"', '')}"}`;
    await app.openWith({ [STORED.former]: text });
    await page.locator('.held summary').click();
    await expect(page.locator('.held pre')).toHaveText(text);
    await nothingRan(page);
  });
});

test('a hostile language, theme or address in the browser does no harm', async ({ app, page }) => {
  await app.openWith({ [STORED.language]: SCRIPT, [STORED.theme]: IMAGE }, `#/${encodeURIComponent(IMAGE)}`);
  await expect(page.locator('main h1')).toHaveText(app.say('NotFoundTitle'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
  await nothingRan(page);
});

test('the policy of the page forbids what it promises to forbid', async ({ app, page, complaints }) => {
  await app.open();
  const stopped = await page.evaluate(async () => {
    /** @type {Set<string>} */
    const violated = new Set();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    await import('data:text/javascript,window.ran = true').catch(() => {});
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.body.append(style);
    // The test tool may evaluate text until it has handed over to the page's own turn.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      new Function('return 1')();
      violated.add('eval was allowed');
    } catch {
      // As it should be.
    }
    await fetch('https://elsewhere.invalid/').catch(() => {});
    // A violation is told in a turn of its own.
    while (violated.size < 4) await new Promise((resolve) => setTimeout(resolve));
    return { ran: 'ran' in window, violated: [...violated].sort() };
  });
  expect(stopped.ran).toBe(false);
  expect(stopped.violated).toEqual(['connect-src', 'require-trusted-types-for', 'script-src-elem', 'style-src-elem']);
  // These complaints were asked for.
  complaints.length = 0;
});
