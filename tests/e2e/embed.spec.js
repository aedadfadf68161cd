// @ts-check
// A chart and the calculator of homes on pages of other sites.
import { createServer } from 'node:http';
import { deflateRawSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.js';
import { collectComplaints } from './complaints.js';
import { LANGUAGES, say } from './words.js';

/** What the page of another site holds. */
let body = '';
const other = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(body));
let host = '';

test.beforeAll(async () => {
  await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
  host = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (other.address()).port}`;
});

test.afterAll(() => {
  other.closeAllConnections();
  other.close();
});

/** @param {string} content */
const around = (content) => `<!doctype html><html lang="en"><title>host</title><main><h1>host</h1>${content}</main></html>`;

/** What stands behind # for a chart. @param {object} chart */
const letters = (chart) => `1${deflateRawSync(JSON.stringify(chart)).toString('base64url')}`;

for (const language of LANGUAGES) {
  test.describe(`a chart on another page, ${language}`, () => {
    test.use({ language });

    test('its frame holds it as it was, in a page of another site that forbids it all but scripts', async ({ app, browser, baseURL }) => {
      await app.openExample();
      const chart = app.chart();
      const title = await chart.locator('.chart-title').textContent();
      await chart.getByRole('button', { name: app.say('ChartEmbed'), exact: true }).click();
      const code = await chart.getByLabel(app.say('EmbedFrame')).inputValue();
      expect(code).toContain(`title="${title}"`);
      expect(await chart.getByLabel(app.say('EmbedTable')).inputValue()).toContain(`<caption>${title}</caption>`);
      const drawn = (await app.download(chart.getByRole('button', { name: app.say('ChartSvg') }))).bytes.toString();

      body = around(code);
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const complaints = await collectComplaints(context, (baseURL ?? '').replace(/\/$/, ''));
      const around_ = await context.newPage();
      await around_.goto(host);
      const inside = around_.frameLocator('iframe');
      const picture = inside.locator('#picture');
      await expect(picture).toBeVisible();
      const shown = await picture.evaluate((image) => ({
        svg: decodeURIComponent(/** @type {HTMLImageElement} */ (image).src.replace('data:image/svg+xml,', '')),
        width: /** @type {HTMLImageElement} */ (image).naturalWidth,
      }));
      expect(shown.svg).toBe(drawn);
      expect(shown.width).toBeGreaterThan(100);
      await expect(inside.locator('#day')).toContainText(/\d{4}-\d{2}-\d{2}/);
      await inside.locator('summary').click();
      await expect(inside.locator('#numbers tbody tr').first()).toBeVisible();
      const isExpected = (/** @type {string} */ complaint) => complaint.startsWith(`request to ${host}`) || /favicon/.test(complaint);
      expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
      await context.close();
    });
  });
}

test('what is cut, forged or of another kind is said in words, and nothing of it is run', async ({ page }) => {
  const chart = { title: '<b>系数</b>', source: 'x', day: '2024-01-01', svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', head: ['a'], rows: [['1']] };
  const broken = page.locator('#broken');
  const whole = letters(chart);
  for (const behind of ['', '1', '1AAAA', '2AAAA', whole.slice(0, -6), 'x'.repeat(300_000), letters({ ...chart, rows: [[1]] }), letters({ ...chart, svg: ' '.repeat(5_000_000) })]) {
    await page.goto(`about:blank`);
    await page.goto(`./embed/frozen.html#${behind}`);
    await expect(broken, behind.slice(0, 20)).toBeVisible();
    await expect(page.locator('#frozen')).toBeHidden();
  }
  let told = 0;
  await page.exposeFunction('tell', () => (told += 1));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="parent.tell()"><script>parent.tell()</script><rect width="90" height="90"/></svg>';
  await page.goto('about:blank');
  await page.goto(`./embed/frozen.html#${letters({ ...chart, svg, rows: [['<img src=x onerror=tell()>']] })}`);
  await expect(page.locator('#title')).toHaveText('<b>系数</b>');
  await page.locator('summary').click();
  await expect(page.locator('#numbers td')).toHaveText('<img src=x onerror=tell()>');
  await expect(page.locator('#open')).toHaveAttribute('href', '../index.html');
  expect(told).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('the calculator of homes works in a frame of another site and keeps nothing', async ({ browser, baseURL, page }) => {
  await page.goto('./?lang=zh#/household');
  for (let place = 0; place < 8; place += 1) await page.locator('.ways .primary').click();
  await page.getByText(say('zh', 'HouseholdEmbed')).click();
  const code = await page.getByLabel(say('zh', 'HouseholdEmbed')).inputValue();
  expect(code).toContain('embed/household.html?lang=zh-CN');
  body = around(code);
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block', viewport: { width: 390, height: 844 } });
  const complaints = await collectComplaints(context, (baseURL ?? '').replace(/\/$/, ''));
  const around_ = await context.newPage();
  await around_.goto(host);
  const inside = around_.frameLocator('iframe');
  for (let place = 0; place < 8; place += 1) await inside.locator('.ways .primary').click();
  await expect(inside.locator('[data-figure=household]')).toContainText('130');
  await expect(inside.locator('footer a').first()).toHaveAttribute('target', '_blank');
  const kept = await around_.frames()[1].evaluate(() => Object.keys(localStorage).filter((name) => name.includes('household')));
  expect(kept).toEqual([]);
  const isExpected = (/** @type {string} */ complaint) => complaint.startsWith(`request to ${host}`) || /favicon/.test(complaint);
  expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
  await context.close();
});
