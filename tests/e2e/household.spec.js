// @ts-check
// The calculator of homes: from a link to a shared result on a phone, what is wrong with links, frames, paper.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { collectComplaints } from './complaints.js';
import { expect, forbidStorage, inEachLanguage, inEachTheme, test } from './app.js';
import { pagesOf } from './pdf.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./app.js').App} App */

const PHONE = { width: 390, height: 844 };

/** How many questions there are. */
const QUESTIONS = 8;

/**
 * Opens the calculator, which saves nothing of a ledger: the app's own sign that it is there does not come.
 * @param {App} app
 * @param {string} [rest] what stands behind its address
 */
async function open(app, rest = '') {
  await app.page.goto(`./#/household${rest}`);
  await expect(app.page.locator('.household main [data-top]')).toBeVisible();
}

/** @param {App} app */
const next = (app) => app.page.locator('.ways .primary');

/**
 * Goes on to the result, answering nothing more.
 * @param {App} app
 */
async function finish(app) {
  for (let place = 0; place < QUESTIONS; place += 1) {
    if (await app.page.locator('[data-figure=household]').isVisible()) return;
    await next(app).click();
  }
  await expect(app.page.locator('[data-figure=household]')).toBeVisible();
}

/** @param {App} app */
const total = async (app) => Number(await app.page.locator('[data-figure=household] .number-button').textContent());

inEachLanguage((language) => {
  test.describe('on a phone', () => {
    test.use({ viewport: PHONE, hasTouch: true });

    test('a link leads to a shared result in twelve touches', async ({ app, page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(app);
      let touches = 0;
      const touch = async (/** @type {import('@playwright/test').Locator} */ what) => {
        touches += 1;
        await what.tap();
      };
      await touch(page.getByRole('button', { name: '2', exact: true }));
      await touch(next(app));
      await touch(page.getByRole('button', { name: '15', exact: true }));
      for (let place = 1; place < QUESTIONS; place += 1) await touch(next(app));
      await touch(app.button('HouseholdCopy'));
      await expect(page.getByText(app.say('HouseholdCopied'))).toBeVisible();
      expect(touches).toBeLessThanOrEqual(12);

      const link = await page.getByLabel(app.say('HouseholdLink'), { exact: true }).inputValue();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
      expect(link.length).toBeLessThan(120);
      const shown = await total(app);
      expect(shown).toBeGreaterThan(130);

      // Somebody else sees the same, is told whose it is, and makes his own of it.
      await page.evaluate(() => localStorage.removeItem('water-ledger/household'));
      await page.goto('about:blank');
      await page.goto(link.replace(/^[^#]*/, './'));
      await expect(page.getByText(app.say('HouseholdOthers'))).toBeVisible();
      expect(await total(app)).toBe(shown);
      await app.button('HouseholdOwn').tap();
      await expect(page.locator('[data-top]')).toHaveText(app.say('HouseholdAskPeople'));
    });

    test('nothing is wider than the phone', async ({ app, page }) => {
      await open(app);
      const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      for (let place = 0; place < QUESTIONS; place += 1) {
        await fits();
        await next(app).click();
      }
      await fits();
      for (const rest of ['/class', '/lesson']) {
        await open(app, rest);
        await fits();
      }
    });
  });

  test('a link that is cut, forged or newer is told in kind words, and everything begins anew', async ({ app, page }) => {
    await open(app);
    await finish(app);
    const link = new URL(page.url()).hash.replace('#/household', '');
    for (const [rest, key] of /** @type {const} */ ([
      [link.slice(0, -3), 'HouseholdBroken'],
      [`${link.slice(0, 4)}${link[4] === 'A' ? 'B' : 'A'}${link.slice(5)}`, 'HouseholdBroken'],
      ['/1.<img src=x onerror=alert(1)>', 'HouseholdBroken'],
      [`/1.${'A'.repeat(100_000)}`, 'HouseholdBroken'],
      ['/nothing', 'HouseholdBroken'],
      ['/2.AAAA', 'HouseholdNewer'],
    ])) {
      await page.goto('about:blank');
      await open(app, rest);
      await expect(page.locator('main [role=alert]')).toHaveText(app.say(key));
      await expect(page.locator('[data-top]')).toHaveText(app.say('HouseholdAskPeople'));
    }
  });

  test('the result fits on one sheet of paper', async ({ app, page }) => {
    await open(app);
    await finish(app);
    const pages = async () => pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(await pages()).toBe(1);
    await open(app, '/lesson');
    expect(await pages()).toBe(1);
  });

  test('a class sees how its results are spread, and which lines are none', async ({ app, page }) => {
    await open(app);
    await finish(app);
    const link = page.url();
    await open(app, '/class');
    const lines = [link, '120 L', '９５', 'abc', ...Array.from({ length: 150 }, (_, place) => String(80 + place))];
    await page.getByLabel(app.say('HouseholdClassField')).fill(lines.join('\n'));
    await expect(page.locator('.amounts dd').first()).toHaveText('153');
    await expect(page.locator('.bad-lines')).toContainText(app.say('HouseholdClassBadLine', { line: 4, text: 'abc' }));
    await expect(page.locator('.scale')).toBeVisible();
  });
});

test('a picture of 1080 by 1440 is offered', async ({ app, page }) => {
  await open(app);
  await finish(app);
  const file = await app.download(app.button('HouseholdPicture'));
  expect(file.name).toBe('water-at-home.png');
  expect([file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)]).toEqual([1080, 1440]);
  // A picture that was not drawn is a few kilobytes of white.
  expect(file.bytes.length).toBeGreaterThan(30_000);
});

test('the total runs along, follows each answer, and a number opens its basis', async ({ app, page }) => {
  await open(app);
  await expect(page.locator('.running')).toContainText('–');
  await next(app).click();
  await expect(page.locator('.running')).toContainText('64 L');
  await page.getByRole('button', { name: '20', exact: true }).click();
  await expect(page.locator('.running')).toContainText('129 L');
  await page.locator('#answer-shower_minutes').fill('１２');
  await expect(page.locator('.running')).toContainText('77 L');
  await page.locator('#answer-shower_minutes').fill('999');
  await expect(page.locator('#answer-shower_minutes-problem')).toHaveText(app.say('HouseholdRange', { least: 0, most: 240 }));
  await page.locator('.running .number-button').click();
  await expect(app.derivation()).toBeVisible();
  await expect(app.derivation()).toContainText(app.say('HouseholdUseShower'));
  await page.keyboard.press('Escape');
  await expect(app.derivation()).toBeHidden();
});

test('the browser’s way back is the question before, and a result can be changed answer by answer', async ({ app, page }) => {
  await open(app);
  await next(app).click();
  await page.getByRole('button', { name: '30', exact: true }).click();
  await next(app).click();
  await page.goBack();
  await expect(page.locator('[data-top]')).toHaveText(app.say('HouseholdAskShower'));
  await expect(page.getByRole('button', { name: '30', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await finish(app);
  const before = await total(app);
  await page.locator('.uses').getByRole('button', { name: app.say('HouseholdUseShower') }).first().click();
  await page.getByRole('button', { name: '5', exact: true }).click();
  await expect(next(app)).toHaveText(app.say('HouseholdToResult'));
  await next(app).click();
  expect(await total(app)).toBeLessThan(before);
  await page.reload();
  expect(await total(app)).toBeLessThan(before);
});

test('whoever comes again sees his last time beside', async ({ app, page }) => {
  await open(app);
  await finish(app);
  await page.goto('about:blank');
  await open(app);
  await next(app).click();
  await page.getByRole('button', { name: '5', exact: true }).click();
  await finish(app);
  await expect(page.getByText(app.say('HouseholdLastTime', { date: '…', number: '130' }).split('…').at(-1) ?? '')).toBeVisible();
});

test('money follows the tariff, and a bill is compared', async ({ app, page }) => {
  await open(app);
  await finish(app);
  await page.locator('#answer-tariff').selectOption('own');
  await page.locator('#answer-own_price').fill('4');
  await expect(page.locator('.amounts')).toContainText('47');
  await page.locator('summary').filter({ hasText: app.say('HouseholdBill') }).click();
  await page.locator('#answer-bill_volume').fill('9');
  await expect(page.getByText(app.say('HouseholdBillIs', { meter: 100, answers: 130 }))).toBeVisible();
  await page.locator('summary').filter({ hasText: app.say('HouseholdDiet') }).click();
  await page.locator('#answer-beef').fill('0.7');
  await expect(page.locator('.more .sum-row')).toContainText('1,542 L');
});

/** @param {import('@playwright/test').Locator} what */
const isAt = (what) => what.evaluate((element) => element === document.activeElement);

test('the keyboard alone is enough', async ({ app, page }) => {
  await open(app);
  for (let place = 0; place < QUESTIONS; place += 1) {
    // Each question begins at its heading; the first one where the browser begins.
    if (place > 0) await expect(page.locator('[data-top]')).toBeFocused();
    for (let tabs = 0; tabs < 40 && !(await isAt(next(app))); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-figure=household]')).toBeVisible();
  // From the heading to the number by the next key.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.derivation()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-figure=household] .number-button')).toBeFocused();
});

test('where storage is forbidden everything works', async ({ app, page }) => {
  await forbidStorage(page);
  await open(app);
  await finish(app);
  expect(await total(app)).toBe(130);
  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await total(app)).toBe(130);
});

test('the landing page leads there and back, and to the app', async ({ app, page }) => {
  await app.open();
  await page.locator('.doors a[href="#/household"]').click();
  await expect(page.locator('.household [data-top]')).toBeVisible();
  await page.locator('.foot a').click();
  await app.isLandingPageAlone();
  await page.goto('./#/household');
  await expect(page.locator('.household [data-top]')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/methods'));
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  await page.evaluate(() => (location.hash = '#/household'));
  await expect(page.locator('.household [data-top]')).toBeVisible();
});

inEachTheme((theme, openIn) => {
  test(`no view has a violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    const check = async (/** @type {string} */ state) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`), state).toEqual([]);
    };
    await openIn(app, '#/');
    await open(app);
    for (let place = 0; place < QUESTIONS; place += 1) {
      await check(`question ${place + 1}`);
      await next(app).click();
    }
    await check('result');
    for (const details of await page.locator('.household details').all()) await details.locator('summary').first().click();
    await check('result, unfolded');
    await page.locator('[data-figure=household] .number-button').click();
    await expect(app.derivation()).toBeVisible();
    await check('basis');
    await page.goto('about:blank');
    await open(app, '/1.forged');
    await check('a link that is broken');
    await open(app, '/class');
    await page.getByLabel(app.say('HouseholdClassField')).fill('100\n120\nabc');
    await check('class');
    await open(app, '/lesson');
    await check('lesson');
  });
});

/** A host of nothing but files, which says that any page may read them. */
function plainHost() {
  const dist = new URL('../../dist/', import.meta.url);
  const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' });
  return createServer((request, response) => {
    const path = (request.url ?? '').split(/[?#]/)[0].slice(1) || 'index.html';
    const file = fileURLToPath(new URL(path, dist));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Access-Control-Allow-Origin': '*' });
    createReadStream(file).pipe(response);
  });
}

test('it works in a frame of another site that forbids it everything but scripts', async ({ browser }) => {
  const servers = [plainHost(), createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(frame))];
  for (const server of servers) await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const [site, host] = servers.map((server) => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`);
  const frame = `<!doctype html><title>host</title><iframe title="water at home" sandbox="allow-scripts" width="390" height="800" src="${site}/#/household"></iframe>`;
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  const complaints = await collectComplaints(context, site);
  const page = await context.newPage();
  await page.goto(host);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('[data-top]')).toBeVisible();
  for (let place = 0; place < QUESTIONS; place += 1) await inside.locator('.ways .primary').click();
  await expect(inside.locator('[data-figure=household]')).toContainText('130');
  await inside.locator('.ways .primary').click();
  await expect(inside.locator('.share input')).toHaveValue(/#\/household\/1\./);
  // The frame is not allowed the clipboard, which the browser says; the link stands beside to be copied.
  const isExpected = (/** @type {string} */ complaint) => complaint.startsWith(`request to ${host}`) || /favicon|Clipboard API/.test(complaint);
  expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
  await context.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
