// @ts-check
// The app as a person meets it: one place that knows how the page is built, and a fixture that lets no
// test pass while the browser complains about anything.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { collectComplaints } from './complaints.js';
import { readJournal } from './journal.js';
import { LANGUAGES, gist, say } from './words.js';

/** @typedef {import('./words.js').Language} Language */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/** Where the browser keeps choices, and where a former version of the page kept its document. */
export const STORED = {
  former: 'water-ledger/ledger',
  taken: 'water-ledger/taken',
  open: 'water-ledger/open',
  language: 'water-ledger/language',
  theme: 'water-ledger/theme',
  /** @param {number} number */
  aside: (number) => `water-ledger/aside/${number}`,
};

/** The columns that are typed into, from left to right. */
const COLUMNS = /** @type {const} */ (['name', 'class', 'area', 'net', 'gross', 'coefficient']);

/** @typedef {typeof COLUMNS[number]} Column */

/** @typedef {string} Table the name of a table in the addresses of its cells: `canal`, `unit`, `fixture` */

/** The tabs of the irrigation page by the words on them, with their addresses. */
export const SECTIONS = /** @type {const} */ ([
  ['SectionRegion', ''],
  ['SectionDistrict', '/district'],
  ['SectionCanals', '/canals'],
  ['SectionFields', '/fields'],
  ['SectionWaterNeed', '/water-need'],
]);

/** The tabs of the industrial page by the words on them, with their addresses. */
export const PLANT_SECTIONS = /** @type {const} */ ([
  ['SectionNetwork', ''],
  ['SectionBalance', '/balance'],
  ['SectionRates', '/rates'],
  ['SectionCooling', '/cooling'],
  ['SectionCosts', '/costs'],
]);

/** The app in one page of the browser. */
export class App {
  /**
   * @param {Page} page
   * @param {Language} language
   */
  constructor(page, language) {
    this.page = page;
    this.language = language;
  }

  /**
   * The sentence of a key in the language of the page.
   * @param {string} key
   * @param {Record<string, unknown>} [blanks]
   */
  say(key, blanks) {
    return say(this.language, key, blanks);
  }

  /**
   * Opens the app at a page of it.
   * @param {string} [hash]
   */
  async open(hash = '#/') {
    await this.page.goto(`./${hash}`);
    await this.isShown();
  }

  /**
   * Waits until the page of the address is there: the app everywhere but on the landing page, which stands in the document
   * before it.
   */
  async isShown() {
    if (!/^(#\/?)?$/.test(new URL(this.page.url()).hash)) await this.isApp();
    await expect(this.page.locator('main h1').first()).toBeVisible();
  }

  /** Waits until the app is in the page. It alone saves. */
  async isApp() {
    await expect(this.page.locator('[data-saving]')).toBeAttached();
  }

  /** Waits until the landing page is there, without the app. */
  async isLandingPageAlone() {
    await expect(this.page.locator('main h1')).toHaveText(this.say('AppName'));
    await expect(this.page.locator('[data-saving]')).toHaveCount(0);
  }

  async reload() {
    await this.page.reload();
    await this.isShown();
  }

  /** Opens the filled example from the landing page. */
  async openExample() {
    await this.open();
    await this.link('OpenExample').click();
    await expect(this.number('region-coefficient')).toHaveText('0.5900');
  }

  /**
   * Opens the app with something in the storage from last time.
   * @param {Record<string, string>} stored
   * @param {string} [hash]
   */
  async openWith(stored, hash = '#/irrigation') {
    await this.leave();
    await this.forget();
    await this.page.evaluate((entries) => {
      for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
    }, stored);
    await this.open(hash);
  }

  /** Goes to a page of the same origin without the app, which might save something of its own on leaving. */
  async leave() {
    await this.page.route('**/empty', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
    );
    await this.page.goto('./empty');
  }

  /** Opens an empty year. */
  async openEmptyYear() {
    await this.open('#/irrigation');
    await this.page.locator('.start').getByRole('button', { name: this.say('YearAdd') }).click();
    await expect(this.cell(1, 'name')).toBeVisible();
  }

  /**
   * Opens one of the filled plants at a tab.
   * @param {'Works' | 'Smelter' | 'Errors'} example
   * @param {string} [section] as in the address: `/rates`
   */
  async openPlant(example, section = '') {
    await this.open('#/industry');
    await this.button(`PlantExample${example}`).click();
    await expect(this.page.locator('.sections')).toBeVisible();
    const period = example === 'Works' ? 3 : 1;
    await this.page.goto(`./#/industry/${period}${section}`);
    await this.isShown();
  }

  /**
   * Opens one of the filled units at a step; the university at its last year.
   * @param {'University' | 'Institution' | 'Quarter'} example
   * @param {string} [step] as in the address: `/plan`
   */
  async openUnit(example, step = '') {
    await this.open('#/certification');
    await this.button(`Example${example}`).click();
    await expect(this.page.locator('.steps')).toBeVisible();
    await this.page.goto(`./#/certification/${example === 'University' ? 3 : 1}${step}`);
    await this.isShown();
  }

  /**
   * An item of a rubric, unfolded.
   * @param {string} id
   */
  async item(id) {
    const item = this.page.locator(`details[data-item="${id}"]`);
    if ((await item.getAttribute('open')) === null) await item.locator('summary').click();
    return item;
  }

  /** The self-assessed score. */
  score() {
    return this.page.locator('[data-figure=score] .number');
  }

  /**
   * A row of the paper tables on a page, by its first cell.
   * @param {string} name
   */
  line(name) {
    return this.page.locator('table.data tr').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /**
   * A button by the key of its words.
   * @param {string} key
   * @param {Record<string, unknown>} [blanks]
   */
  button(key, blanks) {
    return this.page.getByRole('button', { name: this.say(key, blanks), exact: true });
  }

  /**
   * A link by the key of its words.
   * @param {string} key
   */
  link(key) {
    return this.page.getByRole('link', { name: this.say(key), exact: true });
  }

  /**
   * A cell that is typed into.
   * @param {number} row the identity of the row: 1 for the first that was added, and so on
   * @param {Column} column
   */
  cell(row, column) {
    return this.page.locator(`#cell-district-${row}-${column}`);
  }

  /**
   * A cell of a table, by the names of its row and column.
   * @param {Table} table
   * @param {number} row the identity of the row
   * @param {string} column
   */
  at(table, row, column) {
    return this.page.locator(`#cell-${table}-${row}-${column}`);
  }

  /**
   * The note at a cell, in which its problems stand.
   * @param {Locator} cell
   */
  async note(cell) {
    // Nothing is judged before its cell is left.
    await cell.evaluate((/** @type {HTMLElement} */ field) => field.blur());
    return this.page.locator(`[id="${await cell.getAttribute('aria-describedby')}"]`);
  }

  /**
   * The figures that a row comes to.
   * @param {Table} table
   * @param {number} row
   */
  found(table, row) {
    return this.page.locator('tr').filter({ has: this.page.locator(`[id^="cell-${table}-${row}-"]`) }).locator('td.computed');
  }

  /** The rows of the districts. */
  rows() {
    return this.rowsOf();
  }

  /**
   * The rows of a table, of the districts when none is named.
   * @param {Table} [table]
   */
  rowsOf(table = 'district') {
    return this.page.locator(`[aria-labelledby="caption-${table}"] .entry-table tbody tr:has(> .row-number):not(.new-row)`);
  }

  /**
   * Opens the example of a region at one of its tabs.
   * @param {string} [section] the end of its address, such as `/plan`
   */
  async openRegion(section = '') {
    await this.open('#/region');
    await this.page.locator('.start').getByRole('button', { name: this.say('ExampleRegion') }).click();
    await this.page.goto(`./#/region/1${section}`);
    await expect(this.page.locator('.result-bar')).toBeVisible();
  }

  /** The choice of the year, with the years before and after it and the button that adds one. */
  years() {
    return this.page.getByRole('navigation', { name: this.say('YearsLabel'), exact: true });
  }

  /** The list of sheets in the head of a page. */
  sheets() {
    return this.page.locator('.sheets select');
  }

  /** The name of the sheet that is shown. */
  shownSheet() {
    return this.page.locator('.sheets select option:checked');
  }

  /** Unfolds what a sheet is called and what can be done with it. */
  async openSheetMenu() {
    const menu = this.page.locator('.year');
    if ((await menu.getAttribute('open')) === null) await menu.locator('> summary').click();
  }

  /**
   * Removes the sheet that is shown.
   * @param {string} key the words on the button
   */
  async removeSheet(key) {
    await this.openSheetMenu();
    await this.button(key).press('Enter');
  }

  /**
   * The row of a table that is not there yet, of the districts when none is named.
   * @param {Table} [table]
   */
  newRow(table = 'district') {
    return this.page.locator(`[aria-labelledby="caption-${table}"] .new-row`);
  }

  /**
   * Goes to a tab of the page by its link; the district or period that was shown stays.
   * @param {string} key
   */
  async goTo(key) {
    await this.page.locator('.sections').getByRole('link', { name: this.say(key), exact: true }).click();
  }

  /**
   * Opens the example at a tab, at the district that is shown in every detail.
   * @param {string} section as in the address: `/canals`
   */
  async openDetails(section) {
    await this.openExample();
    const district = /district|canals|fields/.test(section) ? '/5' : '';
    await this.page.goto(`./#/irrigation/5${section}${district}`);
    await this.isShown();
  }

  /**
   * A chart with its tools, by its identity.
   * @param {string} [chart]
   */
  chart(chart = 'irrigation-trend') {
    return this.page.locator('.chart-frame').filter({ has: this.page.locator(`svg[aria-labelledby^="${chart}-"]`) });
  }

  /**
   * The number of a large figure.
   * @param {string} figure
   */
  number(figure) {
    return this.page.locator(`[data-figure=${figure}] output.number`);
  }

  /** The dialog that explains a figure. */
  derivation() {
    return this.page.locator('dialog.derivation');
  }

  /**
   * The notice that says a sentence, whatever fills its blanks.
   * @param {string} key
   */
  notice(key) {
    return this.page.locator('.notice').filter({ hasText: gist(this.language, key) });
  }

  /** What stands in the cells, row by row. */
  async typed() {
    return this.rows().evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('input, select')].map((cell) => /** @type {HTMLInputElement} */ (cell).value)),
    );
  }

  /** The region's coefficient as it follows from the cells: net water over gross water. */
  async coefficientOfCells() {
    const amount = (/** @type {string} */ text) => Number(text.normalize('NFKC').replaceAll('。', '.').replaceAll(',', ''));
    const rows = await this.typed();
    const sum = (/** @type {Column} */ column) =>
      rows.reduce((total, row) => total + amount(row[COLUMNS.indexOf(column)]), 0);
    return (sum('net') / sum('gross')).toFixed(4);
  }

  /**
   * Stops the time of all pages, an hour later: from here on it passes only by `pass`. The clock must have been installed
   * before the app was opened.
   */
  async stopTime() {
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 3_600_000);
  }

  /**
   * Lets time pass in all pages at once: whatever waits no longer than this has happened. The clock must have been
   * installed before the app was opened.
   * @param {number} milliseconds
   */
  async pass(milliseconds) {
    await this.page.clock.runFor(milliseconds);
  }

  /** Waits until the latest change is saved. */
  async isSaved() {
    await expect(this.page.locator('[data-saving=Done]')).toBeVisible();
  }

  /** All that the browser keeps of the ledger, as one text; null where nothing is kept. */
  async stored() {
    const kept = await readJournal(this.page);
    const records = kept === null ? [] : [...kept.snapshots, ...kept.patches];
    return records.length === 0 ? null : records.map(({ text }) => text).join('\n');
  }

  /** Makes the browser forget every ledger; what was put aside stays. */
  async forget() {
    await this.page.evaluate(
      async (keys) => {
        for (const key of keys) localStorage.removeItem(key);
        await new Promise((resolve) => {
          const request = indexedDB.deleteDatabase('water-ledger');
          request.onsuccess = request.onerror = resolve;
        });
      },
      [STORED.former, STORED.taken, STORED.open],
    );
  }

  /**
   * Pastes a text into a cell through the clipboard, as a person does; with a page what other programs put beside it.
   * @param {Locator} cell
   * @param {string} text
   * @param {string} [html]
   */
  async paste(cell, text, html) {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cell.focus();
    await this.page.evaluate(
      ([plain, markup]) => {
        const kinds = markup === undefined ? { 'text/plain': plain } : { 'text/plain': plain, 'text/html': markup };
        return navigator.clipboard.write([new ClipboardItem(/** @type {Record<string, string>} */ (kinds))]);
      },
      [text, html],
    );
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /**
   * Offers a file to the import dialog.
   * @param {string} name
   * @param {string | Buffer} content
   */
  async import(name, content) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.locator('.toolbar').getByRole('button', { name: this.say('Import') }).first().click();
    // From the disk: what goes through the wire of the test to the browser is slow where it is much.
    const file = base.info().outputPath(name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    await (await chooser).setFiles(file);
  }

  /**
   * Clicks a button and returns the file that it offers.
   * @param {Locator} button
   */
  async download(button) {
    const download = this.page.waitForEvent('download');
    await button.click();
    const file = await download;
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}

/**
 * Makes the browser refuse storage, as one does that forbids it to this site.
 * @param {Page} page
 */
export async function forbidStorage(page) {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('access is denied', 'SecurityError');
        },
      });
    }
  });
}

/**
 * Runs tests once in each language.
 * @param {(language: Language) => void} tests
 */
export function inEachLanguage(tests) {
  for (const language of LANGUAGES) {
    test.describe(language, () => {
      test.use({ language });
      tests(language);
    });
  }
}

/**
 * Runs tests once in each theme, the app being opened by `openIn`, light in Chinese and dark in English: words do not
 * change what contrast a colour has, nor does a theme change words.
 * @param {(theme: 'light' | 'dark', openIn: (app: App, hash: string) => Promise<void>) => void} tests
 */
export function inEachTheme(tests) {
  for (const [theme, language, tag] of /** @type {const} */ ([
    ['light', 'zh', 'zh-CN'],
    ['dark', 'en', 'en'],
  ])) {
    test.describe(theme, () => {
      test.use({ language });
      tests(theme, async (app, hash) => {
        await app.openWith({ [STORED.theme]: theme, [STORED.language]: tag }, hash);
        await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
      });
    });
  }
}

export const test = /** @type {typeof base<{ language: Language, app: App, complaints: string[] }>} */ (
  base.extend({
    /** The language that was chosen last time; Chinese is what a first visit shows. */
    language: ['zh', { option: true }],

    storageState: async ({ language, baseURL }, use) => {
      const localStorage = language === 'zh' ? [] : [{ name: STORED.language, value: language }];
      await use({ cookies: [], origins: [{ origin: new URL(baseURL).origin, localStorage }] });
    },

    /** Nothing may go wrong unseen, so every test ends with a look at what the browser complained about. */
    complaints: [
      async ({ context, baseURL }, use) => {
        const complaints = await collectComplaints(context, new URL(baseURL).origin);
        await use(complaints);
        expect(complaints, 'complaints of the browser').toEqual([]);
      },
      { auto: true },
    ],

    app: async ({ page, language }, use) => use(new App(page, language)),
  })
);

export { expect };
