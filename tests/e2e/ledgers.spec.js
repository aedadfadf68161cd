// @ts-check
// Several ledgers in one browser: their list, copies, the bin, sheets taken in from one into another.
import { App, STORED, expect, inEachLanguage, test } from './app.js';
import { checksumOf } from './journal.js';

/** @typedef {import('@playwright/test').Page} Page */

const PAGE = '#/ledgers';

/** The rows of the list. @param {Page} page */
const rows = (page) => page.locator('table.ledgers tbody tr');

/** The rows of the copies. @param {Page} page */
const copies = (page) => page.locator('table.copies tbody tr');

/**
 * A button of a row by what it does.
 * @param {import('@playwright/test').Locator} row
 * @param {App} app
 * @param {string} key
 */
const act = (row, app, key) => row.getByRole('button', { name: app.say(key).replace('…', '') });

/**
 * The line in which an entry of the open ledger is typed.
 * @param {App} app
 * @param {string} key
 */
const entry = (app, key) => app.page.locator('.own-ledger').getByLabel(app.say(key));

/** @param {Page} page */
const forget = (page) =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });

inEachLanguage(() => {
  test('a second ledger begins empty, and each is found again as it was left', async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.open(PAGE);
    await page.getByRole('button', { name: app.say('LedgerNew') }).click();
    await expect(rows(page)).toHaveCount(2);
    await entry(app, 'LedgerTitle').fill('第二本');
    await app.isSaved();
    await expect(rows(page).first()).toContainText('第二本');
    await app.open('#/irrigation');
    await expect(page.locator('.start')).toBeVisible();
    // This tab stays with it after a reload.
    await app.open(PAGE);
    await app.reload();
    await expect(entry(app, 'LedgerTitle')).toHaveValue('第二本');
    await act(rows(page).nth(1), app, 'LedgerOpen').click();
    await expect(entry(app, 'LedgerTitle')).not.toHaveValue('第二本');
    await app.open('#/irrigation');
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
  });

  test('a copy is renamed, put into the bin, taken out and deleted for good', async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.open(PAGE);
    await act(rows(page).first(), app, 'LedgerDuplicate').click();
    await expect(rows(page)).toHaveCount(2);
    await act(rows(page).nth(1), app, 'LedgerRename').click();
    const line = rows(page).nth(1).getByRole('textbox');
    await line.fill('丙县');
    await line.press('Enter');
    await expect(rows(page).nth(1)).toContainText('丙县');
    await act(rows(page).nth(1), app, 'LedgerDelete').click();
    await expect(rows(page)).toHaveCount(1);
    const bin = page.locator('.bin li');
    await expect(bin).toContainText('丙县');
    await expect(bin).toContainText('30');
    await bin.getByRole('button', { name: app.say('LedgerRestore') }).click();
    await expect(rows(page)).toHaveCount(2);
    await act(rows(page).nth(1), app, 'LedgerDelete').click();
    await bin.getByRole('button', { name: app.say('LedgerErase') }).click();
    await expect(bin).toHaveCount(0);
    await app.reload();
    await expect(rows(page)).toHaveCount(1);
  });

  test('what an import replaces is a copy, which brings it back after a reload', async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.import('other.json', JSON.stringify({ schema: 14, ledger: { title: '别的账' } }));
    await expect(app.notice('Imported')).toBeVisible();
    await app.isSaved();
    await app.open(PAGE);
    await app.reload();
    const copy = copies(page).filter({ hasText: app.say('BackupReplaced') });
    await expect(copy).toHaveCount(1);
    await act(copy, app, 'LedgerRestore').click();
    await expect(entry(app, 'LedgerTitle')).not.toHaveValue('别的账');
    await app.open('#/irrigation');
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
    await app.button('Undo').click();
    await app.open(PAGE);
    await expect(entry(app, 'LedgerTitle')).toHaveValue('别的账');
  });

  test('sheets of another ledger are taken in, names that are taken are said, and undo takes them away', async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.open(PAGE);
    await act(rows(page).first(), app, 'LedgerDuplicate').click();
    await act(rows(page).nth(1), app, 'LedgerMerge').click();
    const offered = page.locator('.offered li');
    // Five years and a plan of measures.
    await expect(offered).toHaveCount(6);
    await expect(offered.first()).toContainText('(2)');
    for (const at of [0, 1, 2, 3, 5]) await offered.nth(at).getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: app.say('MergeDo', { count: 1 }) }).click();
    await expect(app.notice('MergeDone')).toBeVisible();
    await app.open('#/irrigation');
    const districts = await app.rows().count();
    await app.button('Undo').click();
    await expect(app.rows()).toHaveCount(districts / 2);
  });

  test('name, organisation and note stand on the cover of a report', async ({ app, page }) => {
    await app.openExample();
    await app.open(PAGE);
    await entry(app, 'OrganisationField').fill('某市水利局');
    await entry(app, 'LedgerNote').fill('第二次修订');
    await app.isSaved();
    await app.open('#/irrigation/5/report');
    await expect(page.locator('.report')).toContainText('某市水利局');
    await expect(page.locator('.report')).toContainText('第二次修订');
  });

  test('a ledger that is gone from the browser is missed, and its absence is no new visitor', async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.leave();
    await forget(page);
    await app.open('#/irrigation');
    await expect(app.notice('LedgerLost')).toBeVisible();
  });
});

test('a hand-made copy and a file are there for whoever asks', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await app.open(PAGE);
  await page.getByRole('button', { name: app.say('BackupNow') }).click();
  const copy = copies(page).filter({ hasText: app.say('BackupAsked') });
  await expect(copy).toHaveCount(1);
  const file = await app.download(copy.getByRole('button', { name: app.say('Download') }));
  expect(JSON.parse(file.bytes.toString()).ledger.irrigation).toHaveLength(5);
  await expect(page.locator('.own-ledger')).toContainText(app.say('LedgerNeverExported'));
  await app.download(app.button('Export'));
  await app.reload();
  await expect(page.locator('.own-ledger')).not.toContainText(app.say('LedgerNeverExported'));
});

for (const [name, schema, message] of /** @type {const} */ ([
  ['of a newer version', 99, 'DocumentNewer'],
  ['that is not as it was written', null, 'BackupDamaged'],
])) {
  test(`a copy ${name} is refused in words, stays, and leaves the ledger as it is`, async ({ app, page }) => {
    await app.openExample();
    await app.isSaved();
    await app.open(PAGE);
    await page.getByRole('button', { name: app.say('BackupNow') }).click();
    const copy = copies(page).filter({ hasText: app.say('BackupAsked') });
    await expect(copy).toHaveCount(1);
    const text = JSON.stringify({ schema: schema ?? 9, ledger: { new: [1, 2] } });
    await writeOverCopies(page, text, schema ? checksumOf(Buffer.from(text)) : 0);
    await act(copy, app, 'LedgerRestore').click();
    await expect(app.notice(message)).toBeVisible();
    await expect(copy).toHaveCount(1);
    // A whole one can be taken out, for a version that reads it.
    if (schema) {
      const file = await app.download(copy.getByRole('button', { name: app.say('Download') }));
      expect(file.bytes.toString()).toBe(text);
    }
    await app.open('#/irrigation');
    await expect(app.number('region-coefficient')).toHaveText('0.5900');
  });
}

/**
 * Puts a text in the place of that of every copy, with its checksum.
 * @param {Page} page
 * @param {string} text
 * @param {number} check
 */
const writeOverCopies = (page, text, check) =>
  page.evaluate(
    async ({ text, check }) => {
      /** @param {IDBRequest} request @returns {Promise<any>} */
      const done = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('water-ledger-kept'));
      const transaction = database.transaction(['backups', 'texts'], 'readwrite');
      const [backups, texts] = [transaction.objectStore('backups'), transaction.objectStore('texts')];
      for (const key of await done(backups.getAllKeys())) {
        backups.put({ ...(await done(backups.get(key))), check }, key);
        texts.put(text, key);
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { text, check },
  );

test('what an older version wrote is kept as it was before it is written over', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await app.leave();
  const record = (/** @type {string} */ text) => {
    const check = checksumOf(Buffer.concat([Buffer.from([9, 0, 0, 0, 0, 0, 0, 0]), Buffer.from(text)]));
    return { number: 9, schema: 1, text, check };
  };
  const whole = JSON.stringify({ schema: 1, ledger: { title: '第一版的账', irrigation: { years: [] } } });
  await page.evaluate(async ([patch, snapshot]) => {
    const done = (/** @type {IDBRequest} */ request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('water-ledger'));
    const transaction = database.transaction(['patches', 'snapshots'], 'readwrite');
    transaction.objectStore('patches').clear();
    transaction.objectStore('snapshots').clear();
    transaction.objectStore('patches').put(patch, [1, 9]);
    transaction.objectStore('snapshots').put(snapshot, [1, 9]);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, [record('[]'), record(whole)]);
  await app.open(PAGE);
  await expect(entry(app, 'LedgerTitle')).toHaveValue('第一版的账');
  await entry(app, 'LedgerNote').fill('新版写的');
  await app.isSaved();
  await app.reload();
  await expect(entry(app, 'LedgerNote')).toHaveValue('新版写的');
  await expect(copies(page).filter({ hasText: app.say('BackupUpgraded') })).toHaveCount(1);
});

test('who has not exported for a month is reminded, and can turn that off', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await page.evaluate(() => localStorage.setItem('water-ledger/reminder', String(Date.now() - 31 * 86_400_000)));
  await app.reload();
  await app.cell(1, 'net').fill('8181');
  const reminder = app.notice('ReminderText');
  await expect(reminder).toBeVisible();
  await reminder.getByRole('button', { name: app.say('ReminderOff') }).click();
  await expect(reminder).toBeHidden();
  await app.open(PAGE);
  await expect(page.getByLabel(app.say('ReminderSwitch'))).not.toBeChecked();
});

test('a store that is nearly full is said before it is full', async ({ app, page }) => {
  // Browsers tell a round quota whatever room there is, so one that tells is played.
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 95_000_000, quota: 100_000_000 });
  });
  await app.openExample();
  await expect(app.notice('StorageNearlyFull')).toBeVisible();
  await expect(app.notice('StorageNearlyFull')).toContainText('95.0 MB');
});

test('while a ledger is held it can be taken out as a file', async ({ app }) => {
  const text = '{"schema": 5, "ledger": {"irrigation": 7}}';
  await app.openWith({ [STORED.former]: text });
  await expect(app.page.locator('.held')).toBeVisible();
  const file = await app.download(app.button('Export'));
  expect(file.bytes.toString()).toBe(text);
});

test('two tabs are each with a ledger of their own', async ({ app, page, context }) => {
  await app.openExample();
  await app.isSaved();
  const other = new App(await context.newPage(), 'zh');
  await other.open(PAGE);
  await other.page.getByRole('button', { name: other.say('LedgerNew') }).click();
  await expect(rows(other.page)).toHaveCount(2);
  await entry(other, 'LedgerTitle').fill('另一个标签页');
  await other.isSaved();
  await app.cell(1, 'net').fill('8181');
  await app.isSaved();
  await other.reload();
  await expect(entry(other, 'LedgerTitle')).toHaveValue('另一个标签页');
  await app.reload();
  await expect(app.cell(1, 'net')).toHaveValue('8181');
});
