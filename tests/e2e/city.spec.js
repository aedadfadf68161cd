// @ts-check
// The story of a city's year, and its pieces in frames of other sites.
import { createServer } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.js';
import { collectComplaints } from './complaints.js';
import { LANGUAGES, gist, say } from './words.js';

/** @typedef {import('@playwright/test').Page} Page */

const SCREENS = ['coefficient', 'reuse', 'units', 'total', 'uses', 'sources', 'economy', 'trend'];

const WIDTHS = /** @type {const} */ ({ phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } });

/** The page of each language. */
const FILES = /** @type {const} */ ({ zh: 'city.html', en: 'city-en.html' });

/** @param {Page} page */
const isWithin = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

for (const language of LANGUAGES) {
  for (const [kind, viewport] of Object.entries(WIDTHS)) {
    test(`the landing page leads to the city's page, ${language}, ${kind}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`./?lang=${language}`);
      await page.locator('#landing').getByRole('link', { name: say(language, 'HomeCity') }).click();
      await expect(page).toHaveURL(new RegExp(`/${FILES[language].replace('.', '\\.')}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
      await expect(page.locator('.screen')).toHaveCount(SCREENS.length);
      expect(await page.locator('.screen').evaluateAll((all) => all.map(({ id }) => id))).toEqual(SCREENS);
      await expect(page.locator('#coefficient .number')).toHaveText('0.59');
      await expect(page.locator('#reuse .number')).toHaveText('95');
      await expect(page.locator('#units .number')).toHaveText('189');
      for (const name of SCREENS) {
        await expect(page.locator(`#${name} .seen svg:visible`)).toHaveCount(1);
        await expect(page.locator(`#${name} .source`).first()).not.toBeEmpty();
      }
      expect(await isWithin(page)).toBe(true);
    });
  }
}

test('addresses of the site lead to the page, to a screen of it, and to a piece', async ({ page }) => {
  await page.goto('./#/city');
  await expect(page).toHaveURL(/\/city\.html$/);
  await page.goto('./?lang=en&theme=dark#/city/reuse');
  await expect(page).toHaveURL(/\/city-en\.html\?lang=en&theme=dark#reuse$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('#reuse')).toBeInViewport();
  await page.goto('./?lang=zh#/embed/city/reuse');
  await expect(page).toHaveURL(/\/embed\/city-reuse\.html/);
  await expect(page.locator('.number')).toHaveText('95');
  await page.goto('./?lang=zh#/embed/city/nobody-knows-it');
  await expect(page.getByText(say('zh', 'CityNoPiece'))).toBeVisible();
  await expect(page.locator('.pieces a')).toHaveCount(SCREENS.length);
});

test('the address of a screen is followed from the app too, and the way back is there', async ({ page }) => {
  await page.goto('./#/methods');
  await expect(page.locator('.method').first()).toBeVisible();
  await page.evaluate(() => (location.hash = '#/city/units'));
  await expect(page).toHaveURL(/\/city\.html#units$/);
  await page.goBack();
  await expect(page.locator('.method').first()).toBeVisible();
});

test('the other language shows the same screen, and a theme that was chosen holds', async ({ page }) => {
  await page.goto('./city.html?theme=dark#economy');
  await expect(page.locator('#economy')).toBeInViewport();
  await page.locator('#language').click();
  await expect(page).toHaveURL(/\/city-en\.html\?theme=dark#economy$/);
  await expect(page.locator('#economy h2')).toBeInViewport();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./city-en.html?lang=zh#units');
  await expect(page).toHaveURL(/\/city\.html\?lang=zh#units$/);
});

test('a screen has its link, its picture with credit, its table and its piece', async ({ page, request }) => {
  await page.goto('./city.html');
  const screen = page.locator('#units');
  await screen.getByText(say('zh', 'CityTable'), { exact: true }).click();
  await expect(screen.locator('table')).toContainText('181');
  await screen.getByText(say('zh', 'CityShare')).click();
  await expect(page).toHaveURL(/#units$/);
  const picture = (await screen.locator('a[download]').getAttribute('href')) ?? '';
  const file = await (await request.get(picture)).text();
  expect(file).toMatch(/^<svg xmlns/);
  expect(file.replaceAll(/<[^>]*>/g, '')).toContain('Water Ledger');
  await screen.locator('a[data-embed="city/units"]').click();
  await expect(page.locator('.piece .number')).toHaveText('189');
});

test('what is shared and found has a title, a sentence, a picture and its other language', async ({ page, request }) => {
  for (const file of Object.values(FILES)) {
    await page.goto(file);
    expect((await page.title()).length).toBeGreaterThan(8);
    const content = (/** @type {string} */ name) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
    expect(((await content('description')) ?? '').length).toBeGreaterThan(30);
    expect(await content('og:title')).not.toBeNull();
    const preview = await request.get((await content('og:image')) ?? '');
    expect([preview.status(), preview.headers()['content-type']]).toEqual([200, 'image/png']);
    await expect(page.locator('link[hreflang]')).toHaveCount(2);
  }
  expect(await (await request.get('robots.txt')).text()).toContain('Allow: /');
});

for (const theme of ['light', 'dark']) {
  test(`neither page nor piece has a violation, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const viewport of Object.values(WIDTHS)) {
      await page.setViewportSize(viewport);
      for (const file of [...Object.values(FILES), 'embed/city-trend.html', 'embed/city-reuse.en.html', 'embed/city.html']) {
        await page.goto(`${file}?theme=${theme}`);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        for (const summary of await page.locator('summary').all()) await summary.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`);
        expect.soft(found, `${file} ${viewport.width}`).toEqual([]);
      }
    }
  });
}

test('without scripts there are all words and pictures', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: WIDTHS.phone });
  const page = await context.newPage();
  for (const language of LANGUAGES) {
    await page.goto(`${baseURL}${FILES[language]}`);
    await expect(page.locator('.screen h2')).toHaveCount(SCREENS.length);
    await expect(page.locator('#coefficient')).toContainText(gist(language, 'CityCoefficientWords'));
    for (const name of SCREENS) await expect(page.locator(`#${name} .seen svg:visible`)).toHaveCount(1);
    await page.goto(`${baseURL}embed/city-uses${language === 'en' ? '.en' : ''}.html`);
    await expect(page.locator('.seen svg:visible')).toHaveCount(1);
    await expect(page.locator('#open')).toHaveText(say(language, 'CityOpen'));
  }
  await context.close();
});

test('on paper every screen stands as a whole, without what only a screen can do', async ({ page }) => {
  await page.goto('./city.html');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.screen-links:visible, .city-head:visible, summary:visible')).toHaveCount(0);
  await expect(page.locator('.screen .source:visible').first()).toBeVisible();
  expect(await page.locator('.screen').evaluateAll((all) => all.every((one) => getComputedStyle(one).breakInside === 'avoid'))).toBe(true);
});

test('in a frame of 300 px a piece fits, and no letter is smaller than 12 px', async ({ page }) => {
  await page.setViewportSize({ width: 300, height: 600 });
  for (const name of SCREENS) {
    await page.goto(`embed/city-${name}.en.html`);
    expect(await isWithin(page), name).toBe(true);
    const smallest = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('svg text, p, h1, a, figcaption, span')].filter((one) => one.getBoundingClientRect().width > 0);
      const size = (/** @type {Element} */ one) => {
        const scale = one instanceof SVGGraphicsElement ? (one.getScreenCTM()?.a ?? 1) : 1;
        return parseFloat(getComputedStyle(one).fontSize) * scale;
      };
      return Math.min(...seen.map(size));
    });
    expect(smallest, name).toBeGreaterThanOrEqual(11.99);
  }
});

test.describe('in frames of another site', () => {
  /** @type {import('node:http').Server} */
  let server;
  /** @type {string} */
  let host;
  /** What the other site's page holds. */
  let body = '';

  test.beforeEach(async () => {
    server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    host = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
  });
  test.afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** @param {string} site @param {string} frames */
  const around = (site, frames) =>
    `<!doctype html><html lang="en"><title>host</title><h1>host</h1>${frames}<script src="${site}embed.js"></script>`;

  test('a piece is shown, tells its height, and heeds no message', async ({ browser, baseURL }) => {
    const site = baseURL ?? '';
    const frame = (/** @type {string} */ file, /** @type {string} */ sandbox) =>
      `<iframe title="${file}" sandbox="${sandbox}" width="320" height="150" src="${site}embed/${file}"></iframe>`;
    body = around(site, frame('city-reuse.html?theme=dark&id=a', 'allow-scripts') + frame('city-units.en.html', ''));
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const complaints = await collectComplaints(context, site.replace(/\/$/, ''));
    const page = await context.newPage();
    await page.goto(host);
    const [first, second] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
    await expect(first.locator('.number')).toHaveText('95');
    await expect(second.locator('.number')).toHaveText('189');
    await expect(first.locator('html')).toHaveAttribute('data-theme', 'dark');
    // Its style came with it: the letters of the number are large.
    for (const piece of [first, second]) await expect(piece.locator('.number')).toHaveCSS('font-size', '36px');
    const height = (/** @type {number} */ at) => page.locator('iframe').nth(at).evaluate((one) => one.offsetHeight);
    await expect.poll(() => height(0)).toBeGreaterThan(300);
    expect(await height(1)).toBeLessThan(160);
    const before = await height(0);
    // Messages that no piece has sent change nothing, and a piece changes nothing by what it is told.
    const asked = await page.evaluate(async () => {
      const lie = { type: 'water-ledger:height', id: 'a', height: 4000 };
      window.postMessage(lie, '*');
      const other = document.createElement('iframe');
      other.srcdoc = '<script>parent.postMessage({ type: "water-ledger:height", id: "a", height: 4000 }, "*")</script>';
      document.body.append(other);
      const piece = document.querySelector('iframe')?.contentWindow;
      for (const message of [lie, null, 'navigate', { type: 'theme', theme: '<b>' }, { href: 'javascript:alert(1)' }]) piece?.postMessage(message, '*');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [...document.querySelectorAll('iframe')].map((one) => one.offsetHeight);
    });
    expect(asked[0]).toBe(before);
    expect(asked[2]).toBeLessThan(200);
    await expect(first.locator('.number')).toHaveText('95');
    await first.locator('#open').click();
    await expect(first.locator('#reuse .number')).toHaveText('95');
    const isExpected = (/** @type {string} */ complaint) =>
      complaint.startsWith(`request to ${host}`) || /favicon|Blocked script execution|frame is sandboxed/.test(complaint);
    expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
    await context.close();
  });

  test('the site itself still stands in no frame', async ({ browser, baseURL }) => {
    body = around(baseURL ?? '', `<iframe title="site" src="${baseURL}"></iframe>`);
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    /** @type {string[]} */
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(host);
    await expect.poll(() => said.join('\n')).toContain('frame-ancestors');
    await expect(page.frameLocator('iframe').locator('#landing')).toHaveCount(0);
    await context.close();
  });
});
