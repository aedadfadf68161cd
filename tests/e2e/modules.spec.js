// @ts-check
// The landing page stands in the document and needs no code of the app, which is loaded when a visitor goes on.
import { readdirSync } from 'node:fs';
import { App, STORED, expect, forbidStorage, inEachLanguage, test } from './app.js';

/** @typedef {import('@playwright/test').Page} Page */

const dist = new URL('../../dist/', import.meta.url);

/** The files of a module, in the order script and code. */
const files = (/** @type {string} */ module) => {
  const all = readdirSync(dist);
  return [`${module}-`, `${module}_bg-`].map((start) => all.find((name) => name.startsWith(start)) ?? `no ${start}`);
};

/**
 * Notes which files of modules the page asks for, and why.
 * @param {Page} page
 */
function noteModules(page) {
  /** @type {{ name: string, ahead: boolean }[]} */
  const asked = [];
  page.on('request', (request) => {
    const name = request.url().split('/').at(-1) ?? '';
    if (/^app(_bg)?-/.test(name)) asked.push({ name, ahead: request.headers()['sec-purpose'] === 'prefetch' });
  });
  return {
    /** The names, sorted; those asked for ahead of need only, or those that were needed. */
    names: (/** @type {boolean} */ ahead) => asked.filter((file) => file.ahead === ahead).map((file) => file.name).sort(),
  };
}

/**
 * Counts what listens to the window, kind by kind.
 * @param {Page} page
 */
async function countListeners(page) {
  await page.addInitScript(() => {
    /** @type {Record<string, number>} */
    const listening = {};
    Object.assign(window, { listening });
    const { addEventListener, removeEventListener } = window;
    window.addEventListener = (/** @type {any[]} */ ...args) => {
      listening[args[0]] = (listening[args[0]] ?? 0) + 1;
      Reflect.apply(addEventListener, window, args);
    };
    window.removeEventListener = (/** @type {any[]} */ ...args) => {
      listening[args[0]] -= 1;
      if (listening[args[0]] === 0) delete listening[args[0]];
      Reflect.apply(removeEventListener, window, args);
    };
  });
  return () => page.evaluate(() => Reflect.get(window, 'listening'));
}

/** A ledger of a returning visitor. */
const OWN = JSON.stringify({
  schema: 1,
  ledger: {
    title: '',
    irrigation: { years: [{ id: 1, year: '2024', districts: [{ id: 1, name: '自家灌区', class: '', area: '', net: '5', gross: '10', coefficient: '' }] }] },
  },
});

inEachLanguage(() => {
  test('a first visit needs no code of the app and fetches it ahead', async ({ app, page }) => {
    const modules = noteModules(page);
    await app.open();
    await app.isLandingPageAlone();
    await expect(app.number('sample-coefficient')).toHaveText('0.5900');
    await expect(page.locator('.chart-picture.wide svg')).toBeVisible();
    expect(modules.names(false)).toEqual([]);
    // The page is usable now. What follows is asked for at the lowest priority.
    await expect.poll(() => modules.names(true)).toEqual(files('app').sort());
    await app.isLandingPageAlone();
    await expect(page.locator('.greeting')).toBeHidden();

    await app.link('OpenExample').click();
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    expect(modules.names(false)).toEqual(files('app').sort());
    // What was fetched ahead did not travel again.
    const sizes = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter((entry) => /\/app(_bg)?-/.test(entry.name)).map((entry) => Reflect.get(entry, 'transferSize')),
    );
    expect(sizes.map((size) => size > 0)).toEqual([true, true, false, false]);
  });

  for (const where of ['alone', 'in the app']) {
    test(`the landing page ${where} explains its figure and offers its chart`, async ({ app, page }) => {
      await app.open(where === 'alone' ? '#/' : '#/methods');
      await app.open();
      const basis = page.locator('[data-figure=sample-coefficient] .basis');
      const dialog = page.locator('#sample-basis');
      await basis.click();
      await expect(dialog.locator('dd.formula').nth(1)).toContainText('0.5900');
      const district = dialog.locator('.inputs > li > details').first();
      await district.locator('summary').first().click();
      await expect(district).toContainText('8,179');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(basis).toBeFocused();
      await basis.click();
      await dialog.getByRole('button', { name: app.say('Close') }).click();
      await expect(dialog).toBeHidden();
      await basis.click();
      await page.mouse.click(5, 5);
      await expect(dialog).toBeHidden();

      const svg = await app.download(app.link('ChartSvg'));
      expect([svg.name, svg.bytes.toString().includes('</svg>')]).toEqual(['irrigation-trend.svg', true]);
      const csv = await app.download(app.link('ChartCsv'));
      expect([csv.name, csv.bytes.toString().includes('0.5900')]).toEqual(['irrigation-trend.csv', true]);
      const png = await app.download(app.button('ChartPng'));
      expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['irrigation-trend.png', 'PNG']);
      // Drawn twice as fine as the picture: a size that a picture which was not drawn does not have.
      expect([png.bytes.readUInt32BE(16) > 1000, png.bytes.length > 20_000]).toEqual([true, true]);
      if (where === 'alone') await app.isLandingPageAlone();
      else await app.isApp();
    });
  }

  test('the chart has the size of the window', async ({ app, page }) => {
    await app.open();
    const [wide, narrow] = ['wide', 'narrow'].map((size) => page.locator(`.chart-picture.${size} svg`));
    await expect(wide).toBeVisible();
    await expect(narrow).toBeHidden();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(narrow).toBeVisible();
    await expect(wide).toBeHidden();
  });
});

test('the language and theme of last time hold from the first picture on', async ({ app, page }) => {
  await page.addInitScript(() => {
    /** @type {unknown[]} */
    const seen = [];
    Object.assign(window, { seen });
    const look = () => {
      const heading = document.querySelector('main h1');
      if (heading?.checkVisibility()) {
        seen.push([heading.textContent, document.documentElement.lang, document.documentElement.dataset.theme]);
      }
      if (seen.length < 3) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await app.openWith({ [STORED.language]: 'en', [STORED.theme]: 'dark' }, '#/');
  const seen = () => page.evaluate(() => Reflect.get(window, 'seen'));
  await expect.poll(async () => (await seen()).length).toBe(3);
  expect(await seen()).toEqual(Array(3).fill([new App(page, 'en').say('AppName'), 'en', 'dark']));
});

test('who saves data loads the app only when going on', async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const modules = noteModules(page);
  await app.open();
  // Longer than it takes to be idle.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500))));
  expect(modules.names(true)).toEqual([]);
  await app.link('OpenExample').click();
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the landing page can be read', async ({ app, page }) => {
    await page.goto('./');
    await expect(page.locator('main h1')).toHaveText(app.say('AppName'));
    await expect(app.number('sample-coefficient')).toHaveText('0.5900');
    await expect(page.locator('.chart-picture.wide svg')).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toHaveText(app.say('HomeNeedsScript'));
  });
});

test('the app takes over without a trace of the landing page', async ({ app, page, context }) => {
  const listeners = await countListeners(page);
  await app.open();
  await page.locator('#language').click();
  await page.locator('#language').click();
  await app.link('OpenExample').click();
  await expect(app.number('region-coefficient')).toBeVisible();
  const direct = new App(await context.newPage(), 'zh');
  const theirs = await countListeners(direct.page);
  await direct.open('#/example');
  await expect(direct.number('region-coefficient')).toBeVisible();

  expect(await listeners()).toEqual(await theirs());
  const parts = (/** @type {Page} */ of) =>
    of.evaluate(() => [...document.body.children].map((part) => `${part.tagName} ${part.id} ${part.className}`));
  expect(await parts(page)).toEqual(await parts(direct.page));
  await expect(page).toHaveTitle(app.say('TitleOf', { page: app.say('IrrigationTitle') }));
  await expect(page.locator('main h1')).toBeFocused();
  await expect(page.locator('body')).not.toHaveAttribute('aria-busy');
});

for (const storage of ['kept', 'forbidden']) {
  test(`language and theme of the landing page hold in the app, storage ${storage}`, async ({ app, page }) => {
    if (storage === 'forbidden') await forbidStorage(page);
    await app.open();
    await app.button('ThemeAuto').click();
    await app.button('ThemeLight').click();
    await page.locator('#language').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const english = new App(page, 'en');
    await english.isLandingPageAlone();
    await english.link('OpenExample').click();
    await expect(english.cell(1, 'name')).toHaveValue('Donghe district');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(english.button('ThemeDark')).toBeVisible();
    await expect(page).toHaveTitle(english.say('TitleOf', { page: english.say('IrrigationTitle') }));
    // And back to Chinese, as the landing page was at first.
    await page.locator('#language').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
}

test('a visitor who has a ledger is greeted, and gets the app on the landing page too', async ({ app, page }) => {
  const modules = noteModules(page);
  await app.openWith({ [STORED.former]: OWN }, '#/');
  await expect(page.locator('.greeting')).toBeVisible();
  await app.isApp();
  await expect(page.locator('main h1')).toHaveText(app.say('AppName'));
  await expect(app.number('sample-coefficient')).toHaveText('0.5900');
  await expect(app.button('Export')).toBeEnabled();
  expect(modules.names(false)).toEqual(files('app').sort());
  expect(modules.names(true)).toEqual([]);
  await page.locator('.greeting').getByRole('link', { name: app.say('NavIrrigation') }).click();
  await expect(app.cell(1, 'name')).toHaveValue('自家灌区');
});

test('whoever is at something on the landing page is not disturbed when the app comes', async ({ app, page }) => {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route('**/app_bg-*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  await app.openWith({ [STORED.former]: OWN }, '#/');
  await page.locator('[data-figure=sample-coefficient] .basis').click();
  const loaded = page.waitForResponse('**/app_bg-*.wasm');
  release();
  await (await loaded).finished();
  // As long as it may take to compile what has come.
  await page.waitForTimeout(1000);
  await app.isLandingPageAlone();
  await expect(page.locator('#sample-basis')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.doors a[href="#/irrigation"]').click();
  await expect(app.cell(1, 'name')).toHaveValue('自家灌区');
});

test('an address of a work page loads the app alone', async ({ app, page }) => {
  const modules = noteModules(page);
  await app.open('#/methods');
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  expect(modules.names(false)).toEqual(files('app').sort());
});

test('the address of the example opens it once, and an undo brings the own ledger back', async ({ app, page }) => {
  await app.openWith({ [STORED.former]: OWN }, '#/');
  await app.link('OpenExample').click();
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
  await expect(app.notice('ExampleOpened')).toBeVisible();
  await expect(page).toHaveURL(/#\/irrigation$/);
  await app.button('Undo').click();
  await expect(app.cell(1, 'name')).toHaveValue('自家灌区');
  await app.isSaved();

  // Neither going back and forth nor a reload opens it again.
  await page.goBack();
  await expect(page.locator('main h1')).toHaveText(app.say('AppName'));
  await page.goForward();
  await expect(app.cell(1, 'name')).toHaveValue('自家灌区');
  await app.reload();
  await expect(app.cell(1, 'name')).toHaveValue('自家灌区');
  // What was undone and what was done before it can still be undone.
  await expect(app.button('Undo')).toBeEnabled();
});

for (const address of ['', '#', '#/']) {
  test(`the landing page stands at “${address}”`, async ({ app, page }) => {
    await page.goto(`./${address}`);
    await app.isLandingPageAlone();
    await page.locator('.brand').click();
    await app.isLandingPageAlone();
  });
}

test('a module that does not load is said in both languages, and loading again helps', async ({ app, page, complaints }) => {
  await page.route('**/app_bg-*.wasm', (route) => route.abort());
  await app.open();
  const failure = page.locator('#failure');
  await expect(failure).toBeHidden();
  await app.link('OpenExample').click();
  await expect(failure).toBeVisible();
  await expect(failure).toContainText('网络');
  await expect(failure).toContainText('The page did not load completely');
  // The landing page is still there to be read.
  await app.isLandingPageAlone();
  await expect(page.locator('body')).not.toHaveAttribute('aria-busy');
  expect(complaints.join()).toContain('app_bg');
  complaints.length = 0;

  await page.unroute('**/app_bg-*.wasm');
  await failure.getByRole('link').click();
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
  await expect(failure).toBeHidden();
});

for (const [name, pattern, fulfil] of /** @type {const} */ ([
  ['lacks its code', '**/app_bg-*.wasm', { status: 404, body: 'not found' }],
  ['lacks its script', '**/app-*.js', { status: 404, body: 'not found' }],
  ['gets other code', '**/app_bg-*.wasm', { contentType: 'application/wasm', body: 'not wasm' }],
])) {
  test(`an address of the app that ${name} shows the sentence and not a blank page`, async ({ page, complaints }) => {
    await page.route(pattern, (route) => route.fulfill(fulfil));
    await page.goto('./#/methods');
    await expect(page.locator('#failure')).toBeVisible();
    await expect(page.locator('#failure').getByRole('link')).toBeVisible();
    await expect(page.locator('#shell h1')).toBeVisible();
    expect(complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  });
}

/** Waits for a short while only before saying that something takes long. */
const hurry = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.style.setProperty('--patience', '50ms'));

for (const [name, pattern, address] of /** @type {const} */ ([
  ['code of the app that stalls', '**/app_bg-*.wasm', './#/methods'],
  ['a part that stalls', '**/part_*', './#/methods'],
])) {
  test(`${name} is said, and goes when it comes`, async ({ page }) => {
    let release = () => {};
    const gate = new Promise((resolve) => (release = () => resolve(undefined)));
    const asked = page.waitForRequest(pattern);
    await page.route(pattern, async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(address);
    await asked;
    await expect(page.locator('#slow')).toBeHidden();
    await hurry(page);
    await expect(page.locator('#slow')).toBeVisible();
    await expect(page.locator('#slow')).toContainText('Still loading');
    await expect(page.locator('#slow').getByRole('link')).toBeVisible();
    release();
    await expect(page.locator('.method').first()).toBeVisible();
    await expect(page.locator('#slow')).toBeHidden();
  });
}

test('a page whose first script is missing says so', async ({ page, complaints }) => {
  await page.route('**/boot-*.js', (route) => route.fulfill({ status: 404, body: 'not found' }));
  await page.goto('./#/irrigation');
  await hurry(page);
  await expect(page.locator('#slow')).toBeVisible();
  complaints.length = 0;
  await page.unroute('**/boot-*.js');
  await page.locator('#slow').getByRole('link').click();
  await expect(page.locator('#slow')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-start', /home|app/);
});
