// @ts-check
// After one visit the site needs no network. A newer release takes its place as a whole, when the person says so or nobody looks.
import { readdirSync } from 'node:fs';
import { expect, test } from './app.js';
import { Host, release } from './host.js';

/** @typedef {import('@playwright/test').Page} Page */

/** How often a worker is killed while it takes a release in. */
const RUNS = Number(process.env.WATER_LEDGER_KILLS ?? 3);

test.use({ serviceWorkers: 'allow' });

/** Every page and example, without a network. */
const PAGES = ['#/irrigation', '#/industry', '#/certification', '#/rubrics', '#/methods', '#/'];

/**
 * Waits until the site is kept in the browser.
 * @param {Page} page
 */
const isKept = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/**
 * The release that a page is of, by what it holds and by its style sheet: never two.
 * @param {Page} page
 */
const releases = (page) =>
  page.evaluate(() => [
    Number(document.documentElement.dataset.release),
    Number(getComputedStyle(document.documentElement).getPropertyValue('--release')),
  ]);

/**
 * Opens a page of a host, with what it complains about left alone: a network that is away is no fault here.
 * @param {Page} page
 * @param {string} address
 */
async function visit(page, address) {
  await page.goto(address);
  await isKept(page);
}

test.describe('without a network', () => {
  test('a second visit has every page, every example and the worker that draws', async ({ app, page, context }) => {
    await app.open();
    await isKept(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('#landing h1, .home h1')).toBeVisible();
    for (const address of PAGES) {
      await app.open(address);
      await expect(page.locator('main h1').first()).toBeVisible();
    }
    await page.goto('./#/household');
    await expect(page.locator('.household [data-top]')).toBeVisible();
    await app.openExample();
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    await app.openPlant('Works');
    await app.openUnit('University');
    // What no page has asked for yet: other examples, papers, the worker that draws.
    const files = readdirSync(new URL('../../dist/', import.meta.url)).filter((name) => /-[0-9a-f]{16}\.\w+$/.test(name));
    const missing = await page.evaluate(async (names) => {
      const answers = names.map(async (name) => ((await fetch(`./${name}`).catch(() => null))?.ok ? [] : [name]));
      return (await Promise.all(answers)).flat();
    }, files);
    expect(missing).toEqual([]);
    expect(files.length).toBeGreaterThan(80);
    await expect(page.locator('#failure')).toBeHidden();
  });
});

test.describe('a newer release', () => {
  /** @type {Host} */
  let host;
  /** @type {string} */
  let site;

  test.beforeEach(async () => {
    host = new Host(release(1));
    site = await host.start();
  });
  test.afterEach(async ({ complaints }) => {
    // The host is not the one of the other tests, and it is taken away.
    complaints.length = 0;
    await host.stop();
  });

  test('waits until it is wanted, and what was typed is there after it', async ({ page }) => {
    await visit(page, `${site}#/irrigation`);
    await page.reload();
    expect(await releases(page)).toEqual([1, 1]);
    await page.goto(`${site}#/example`);
    await expect(page.locator('.saving[data-saving="Done"]')).toBeVisible();
    host.site = release(2);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const notice = page.locator('#update');
    await expect(notice).toBeVisible();
    expect(await releases(page)).toEqual([1, 1]);
    await notice.getByRole('button', { name: 'Use it' }).click();
    await expect.poll(() => releases(page).catch(() => [])).toEqual([2, 2]);
    await expect(page.locator('[data-figure="region-coefficient"] .number')).toHaveText('0.5900');
    await expect(notice).toBeHidden();
  });

  test('a page of the old one goes on loading its parts', async ({ page, context }) => {
    await visit(page, `${site}#/`);
    await page.reload();
    const other = await context.newPage();
    await visit(other, `${site}#/`);
    host.site = release(2);
    await other.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await other.locator('#update').getByRole('button', { name: 'Use it' }).click();
    await expect.poll(() => releases(other).catch(() => [])).toEqual([2, 2]);
    expect(await releases(page)).toEqual([1, 1]);
    await page.goto(`${site}#/industry`);
    await expect(page.locator('main h1').first()).toBeVisible();
    expect(await releases(page)).toEqual([1, 1]);
  });

  test(`whose worker is killed while it is taken in is taken in later, and never in part (${RUNS} times)`, async ({ page, context }) => {
    test.setTimeout(60_000 + 10_000 * RUNS);
    await visit(page, `${site}#/`);
    await page.reload();
    const tool = await context.newCDPSession(page);
    await tool.send('ServiceWorker.enable');
    let [mixed, updates] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const before = (await releases(page))[0];
      host.site = release(run + 2);
      // The worker is killed while it waits for a file: which one is another each time.
      host.holds = [/^index\.html$/, /^tokens-/, /\.css$/][run % 3];
      const asking = page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => {})));
      await expect.poll(() => host.held.length).toBeGreaterThan(0);
      await tool.send('ServiceWorker.stopAllWorkers');
      host.letGo();
      await asking;
      await page.reload();
      const seen = await releases(page);
      if (seen[0] !== seen[1] || ![before, run + 2].includes(seen[0])) mixed += 1;
      // Asked again, it comes as a whole.
      await expect(async () => {
        await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => {})));
        const use = page.locator('#update').getByRole('button', { name: 'Use it' });
        if (await use.isVisible()) await use.click();
        expect(await releases(page).catch(() => [])).toEqual([run + 2, run + 2]);
      }).toPass({ timeout: 20_000 });
      updates += 1;
    }
    console.log(`workers killed in mid-update: ${RUNS}; releases taken in afterwards: ${updates}; mixed: ${mixed}`);
    expect([mixed, updates]).toEqual([0, RUNS]);
  });
});
