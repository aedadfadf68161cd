// @ts-check
// The page comes in two modules: the landing page alone for a first visit, the app for everything else.
import { readFileSync, readdirSync } from 'node:fs';
import { App, STORED, expect, forbidStorage, inEachLanguage, test } from './app.js';

/** @typedef {import('@playwright/test').Page} Page */

const dist = new URL('../../dist/', import.meta.url);

/** The files of a module, in the order script and code. */
const files = (/** @type {string} */ module) => {
  const all = readdirSync(dist);
  return [`${module}-`, `${module}_bg-`].map((start) => all.find((name) => name.startsWith(start)) ?? `no ${start}`);
};

/**
 * Notes which files of the modules the page asks for, and why.
 * @param {Page} page
 */
function noteModules(page) {
  /** @type {{ name: string, ahead: boolean }[]} */
  const asked = [];
  page.on('request', (request) => {
    const name = request.url().split('/').at(-1) ?? '';
    if (/^(home|app)(_bg)?-/.test(name)) asked.push({ name, ahead: request.headers()['sec-purpose'] === 'prefetch' });
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
  test('a first visit needs the landing page alone and fetches the app ahead', async ({ app, page }) => {
    const modules = noteModules(page);
    await app.open();
    await app.isLandingPageAlone();
    await expect(app.number('sample-coefficient')).toHaveText('0.5900');
    await expect(page.locator('.chart-picture svg')).toBeVisible();
    expect(modules.names(false)).toEqual(files('home').sort());
    // The page is usable now. What follows is asked for at the lowest priority.
    await expect.poll(() => modules.names(true)).toEqual(files('app').sort());
    await app.isLandingPageAlone();

    await app.link('OpenExample').click();
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    expect(modules.names(false)).toEqual([...files('home'), ...files('app')].sort());
    // What was fetched ahead did not travel again.
    const sizes = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter((entry) => /\/app(_bg)?-/.test(entry.name)).map((entry) => Reflect.get(entry, 'transferSize')),
    );
    expect(sizes.map((size) => size > 0)).toEqual([true, true, false, false]);
  });

  test('the landing page alone explains its figure and draws its chart', async ({ app, page }) => {
    await app.open();
    await page.locator('[data-figure=sample-coefficient] .basis').click();
    await expect(app.derivation()).toBeVisible();
    await expect(app.derivation().locator('dd.formula').nth(1)).toContainText('0.5900');
    await page.keyboard.press('Escape');
    await expect(app.derivation()).toBeHidden();
    const file = await app.download(app.button('ChartSvg'));
    expect(file.bytes.toString()).toContain('</svg>');
    await app.isLandingPageAlone();
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

test('a visitor who has a ledger gets the app on the landing page too', async ({ app, page }) => {
  const modules = noteModules(page);
  await app.openWith({ [STORED.ledger]: OWN }, '#/');
  await app.isApp();
  await expect(page.locator('main h1')).toHaveText(app.say('AppName'));
  await expect(app.number('sample-coefficient')).toHaveText('0.5900');
  await expect(app.button('Export')).toBeEnabled();
  expect(modules.names(false)).toEqual(files('app').sort());
  expect(modules.names(true)).toEqual([]);
});

test('an address of a work page loads the app alone', async ({ app, page }) => {
  const modules = noteModules(page);
  await app.open('#/methods');
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  expect(modules.names(false)).toEqual(files('app').sort());
});

test('the address of the example opens it once, and an undo brings the own ledger back', async ({ app, page }) => {
  await app.openWith({ [STORED.ledger]: OWN }, '#/');
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
  await expect(app.button('Undo')).toBeDisabled();
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
  ['lacks its code', '**/home_bg-*.wasm', { status: 404, body: 'not found' }],
  ['lacks its script', '**/home-*.js', { status: 404, body: 'not found' }],
  ['gets other code', '**/home_bg-*.wasm', { contentType: 'application/wasm', body: 'not wasm' }],
])) {
  test(`a first visit that ${name} shows the sentence and not a blank page`, async ({ page, complaints }) => {
    await page.route(pattern, (route) => route.fulfill(fulfil));
    await page.goto('./');
    await expect(page.locator('#failure')).toBeVisible();
    await expect(page.locator('#failure').getByRole('link')).toBeVisible();
    await expect(page.locator('#shell h1')).toBeVisible();
    expect(complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  });
}

test('the landing page alone carries nothing that keeps a ledger', () => {
  const [home, whole] = ['home', 'app'].map((module) => readFileSync(new URL(files(module)[1], dist)));
  // The app shows that these words would be found.
  for (const word of [STORED.ledger, 'water-ledger/aside/', '撤销']) {
    expect([word, whole.includes(word), home.includes(word)]).toEqual([word, true, false]);
  }
});
