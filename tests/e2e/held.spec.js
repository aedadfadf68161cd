// @ts-check
// A saved ledger that cannot be opened here is shown, offered, and never written over.
import { App, STORED, expect, inEachLanguage, test } from './app.js';
import { addToJournal, readJournal } from './journal.js';

// Unusual spacing and line ends show whether the very bytes are kept.
const NEWER = '{ "schema": 99,\r\n\t"ledger": {"title": "来自未来", "new": [1,  2]} }\n\n';
const DAMAGED = '{"schema": 1, "ledger": {"title": "半份", "irrigation": {"years": [{"id": 1,';

/** @param {App} app */
async function heldText(app) {
  const file = await app.download(app.page.locator('.held').getByRole('button', { name: app.say('Download') }));
  return file.bytes.toString();
}

/**
 * The storage still holds the very text. Only yes or no, because a difference would fill pages.
 * @param {App} app
 * @param {string} text
 */
async function isUntouched(app, text) {
  const kept = await app.page.evaluate((key) => localStorage.getItem(key), STORED.former);
  expect(kept === text, 'the held ledger is untouched').toBe(true);
}

test.beforeEach(({ page }) => page.clock.install());

/**
 * Everything a person might try that would save.
 * @param {App} app
 */
async function tryToEdit(app) {
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+z');
  await page.goto('./#/');
  await app.isShown();
  await app.link('OpenExample').click();
  await page.goto('./#/irrigation');
  const add = app.button('YearAdd');
  if ((await add.count()) > 0) await add.first().click();
  // Longer than any change waits to be saved.
  await app.pass(800);
}

inEachLanguage(() => {
  for (const [name, text, key] of [
    ['newer', NEWER, 'DocumentNewer'],
    ['damaged', DAMAGED, 'DocumentDamaged'],
    ['foreign', 'not a ledger at all', 'DocumentDamaged'],
    ['empty', '', 'DocumentDamaged'],
  ]) {
    test(`a ${name} ledger in the storage is held, offered and never written over`, async ({ app, page }) => {
      await app.openWith({ [STORED.former]: text });
      const held = page.locator('.held');
      await expect(held).toBeVisible();
      // What is damaged is told by its line or by what the file is; that it is kept, always.
      const isKept = app.language === 'zh' ? '原样保留' : 'kept as it is';
      await expect(held).toContainText(key === 'DocumentNewer' ? app.say(key, { theirs: 99, ours: 14 }) : isKept);
      await held.locator('summary').click();
      await expect(held.locator('pre')).toHaveText(text);
      expect(await heldText(app)).toBe(text);

      await tryToEdit(app);
      await isUntouched(app, text);
      await app.reload();
      await expect(held).toBeVisible();
      await isUntouched(app, text);
      expect(await heldText(app)).toBe(text);
    });
  }
});

test('a held ledger can be set aside, after which work goes on and it can still be had', async ({ app, page }) => {
  await app.openWith({ [STORED.former]: NEWER });
  await app.button('HeldSetAside').click();
  await expect(page.locator('.held')).toHaveCount(0);
  expect(await page.evaluate((key) => localStorage.getItem(key), STORED.aside(1))).toBe(NEWER);
  await app.page.locator('.start').getByRole('button', { name: app.say('YearAdd') }).click();
  await app.cell(1, 'name').fill('新灌区');
  await app.isSaved();

  await app.open('#/');
  await app.reload();
  const list = page.locator('section', { has: page.getByRole('heading', { name: app.say('SetAsideTitle') }) });
  const file = await app.download(list.getByRole('button').first());
  expect(file.bytes.toString()).toBe(NEWER);

  // A second one goes beside the first, not over it.
  await app.openWith({ [STORED.former]: DAMAGED });
  await app.button('HeldSetAside').click();
  await expect(page.locator('.held')).toHaveCount(0);
  await app.open('#/');
  await expect(list.getByRole('button')).toHaveCount(2);
  expect((await app.download(list.getByRole('button').nth(0))).bytes.toString()).toBe(NEWER);
  expect((await app.download(list.getByRole('button').nth(1))).bytes.toString()).toBe(DAMAGED);
});

test('a held ledger that cannot be set aside for want of room stays where it is', async ({ app, page }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key.includes('aside')) throw new DOMException('no room', 'QuotaExceededError');
      set.call(this, key, text);
    };
  });
  await app.openWith({ [STORED.former]: NEWER });
  await app.button('HeldSetAside').click();
  await expect(app.notice('HeldSetAsideFailed')).toBeVisible();
  await expect(page.locator('.held')).toBeVisible();
  await tryToEdit(app);
  await isUntouched(app, NEWER);
});

test('the advice to import an earlier backup can be followed', async ({ app, page }) => {
  await app.openExample();
  const backup = await app.download(app.button('Export'));
  await app.openWith({ [STORED.former]: DAMAGED });
  await expect(page.locator('.held')).toContainText(app.say('DocumentDamaged').split('；').at(-1) ?? '');
  await app.import('backup.json', backup.bytes);
  await expect(app.cell(1, 'net')).toHaveValue('8179');
  await app.isSaved();
  // The damaged one is not gone for it.
  const kept = await page.evaluate(() => Object.values({ ...localStorage }));
  expect(kept).toContain(DAMAGED);
});

/** What a newer version of the page adds to the journal. */
const LATER = { schema: 99, text: '[{"unheard_of": 1}]' };

/**
 * The last saving is still that of the newer version.
 * @param {App} app
 */
async function endsWithNewer(app) {
  const kept = await readJournal(app.page);
  expect(kept?.patches.at(-1)).toMatchObject(LATER);
}

test('what a newer version of the page saves meanwhile is held and nothing is added to it', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await addToJournal(page, LATER);
  await expect(page.locator('.held')).toBeVisible();
  await tryToEdit(app);
  await endsWithNewer(app);
  expect(await heldText(app)).toBe(LATER.text);
  await app.reload();
  await expect(page.locator('.held')).toBeVisible();
});

test('a newer version that saves in the middle of an edit takes nothing from it', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await app.stopTime();
  // The edit still waits to be saved when the newer version saves.
  await app.cell(1, 'net').fill('8184');
  await addToJournal(page, LATER);
  await app.pass(500);
  await expect(page.locator('.held')).toBeVisible();
  await endsWithNewer(app);
  await page.clock.resume();
  await app.button('HeldSetAside').click();
  await expect(app.cell(1, 'net')).toHaveValue('8184');
  await app.isSaved();
  await app.reload();
  await expect(app.cell(1, 'net')).toHaveValue('8184');
});

test('leaving a page that holds a newer ledger and an unsaved edit adds nothing to it', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await app.stopTime();
  await app.cell(1, 'net').fill('8184');
  await addToJournal(page, LATER);
  await app.reload();
  await endsWithNewer(app);
  await expect(page.locator('.held')).toBeVisible();
});
