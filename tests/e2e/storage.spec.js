// @ts-check
// Saving: soon after each edit, before the page goes, and honest where the browser refuses.
import { App, STORED, expect, forbidStorage, test } from './app.js';
import { addToJournal } from './journal.js';

test('an edit is in the storage within half a second', async ({ app, page }) => {
  await page.clock.install();
  await app.openExample();
  await app.isSaved();
  await app.stopTime();
  await app.cell(1, 'net').fill('8181');
  await app.pass(500);
  await expect.poll(() => app.stored()).toContain('"8181"');
});

test('looking around saves nothing', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await app.open('#/');
  await app.reload();
  for (const hash of ['#/', '#/irrigation', '#/irrigation/2', '#/methods']) {
    await page.goto(`./${hash}`);
    await app.isShown();
    // A save without an edit could write over what another tab has meanwhile saved.
    await expect(page.locator('[data-saving]')).toHaveAttribute('data-saving', 'Nothing');
  }
});

test('steady typing is saved while it goes on, not only after it', async ({ app, page }) => {
  await page.clock.install();
  await app.openExample();
  await app.isSaved();
  await app.cell(1, 'name').focus();
  await page.keyboard.press('End');
  const before = await app.stored();
  await app.stopTime();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    await page.keyboard.type(letter);
    await app.pass(40);
  }
  await expect.poll(() => app.stored()).not.toBe(before);
});

for (const [name, leave] of /** @type {const} */ ([
  ['closing the tab', (/** @type {App} */ app) => app.page.close({ runBeforeUnload: true })],
  ['going elsewhere', (/** @type {App} */ app) => app.page.goto('about:blank')],
  ['reloading', (/** @type {App} */ app) => app.page.reload()],
])) {
  test(`${name} at once after an edit loses nothing`, async ({ app, context }) => {
    await app.openExample();
    await app.isSaved();
    await app.cell(1, 'net').fill('8182');
    await leave(app);
    const next = new App(await context.newPage(), app.language);
    await next.open('#/irrigation');
    await expect(next.cell(1, 'net')).toHaveValue('8182');
  });
}

test('where the browser forbids storage the app says so at once and works', async ({ app, page }) => {
  await forbidStorage(page);
  // No time passes until it is said.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  await app.open('#/irrigation');
  await expect(app.notice('StorageBlocked')).toBeVisible();
  await page.clock.resume();
  await app.button('OpenExample').click();
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
  await app.cell(1, 'net').fill('9000');
  await expect(app.number('region-coefficient')).toHaveText(await app.coefficientOfCells());
  await expect(app.notice('StorageBlocked')).toBeVisible();
  await expect(page.locator('[data-saving]')).toHaveText(app.say('SavedFailed'));
  await page.locator('#language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const english = new App(page, 'en');
  const file = await english.download(english.button('Export'));
  expect(JSON.parse(file.bytes.toString()).ledger.irrigation[4].districts[0].net).toBe('9000');
});

test('typing under forbidden storage does not make its notice come and go', async ({ app, page }) => {
  await page.clock.install();
  await forbidStorage(page);
  await app.openExample();
  await expect(app.notice('StorageBlocked')).toBeVisible();
  // Whatever enters the region of notices is read out, so a notice that stays must not enter it anew.
  await page.evaluate(() => {
    const notices = /** @type {Element} */ (document.querySelector('.notices'));
    Object.assign(window, { entered: 0 });
    new MutationObserver((changes) => {
      for (const change of changes) Object.assign(window, { entered: Reflect.get(window, 'entered') + change.addedNodes.length });
    }).observe(notices, { childList: true });
  });
  for (const text of ['8001', '8002', '8003']) {
    await app.cell(1, 'net').fill(text);
    await app.pass(400);
  }
  expect(await page.evaluate(() => Reflect.get(window, 'entered'))).toBe(0);
});

test('a full storage is said within a second, keeps the export working and is tried again', async ({ app, page }) => {
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(window, { isFull: true });
    IDBObjectStore.prototype.add = function (value, key) {
      if (Reflect.get(window, 'isFull')) throw new DOMException('no room', 'QuotaExceededError');
      return add.call(this, value, key);
    };
  });
  await page.clock.install();
  await app.open('#/irrigation');
  await app.stopTime();
  await app.button('OpenExample').click();
  // The example is fetched: the second begins when it is there.
  await expect(app.cell(1, 'net')).toBeVisible();
  await app.pass(1000);
  await expect(app.notice('StorageFull')).toBeVisible();
  await page.clock.resume();
  await app.cell(1, 'net').fill('9000');
  await expect(app.number('region-coefficient')).toHaveText(await app.coefficientOfCells());
  const file = await app.download(app.button('Export'));
  expect(file.bytes.toString()).toContain('"9000"');

  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await app.isSaved();
  await expect(app.notice('StorageFull')).toHaveCount(0);
  expect(await app.stored()).toContain('9000');
});

/** Each write of a saving, and the moment in which all of them become lasting. */
for (const refused of ['patch', 'snapshot', 'commit']) {
  test(`a storage that refuses the ${refused} at any saving is said, and nothing that was typed is lost`, async ({ app, page }) => {
    await page.addInitScript((refused) => {
      Object.assign(window, { refuses: false, refusals: 0 });
      /** @param {boolean} isMeant */
      const refuses = (isMeant) => {
        const now = isMeant && Reflect.get(window, 'refuses');
        if (now) Object.assign(window, { refusals: Reflect.get(window, 'refusals') + 1 });
        return now;
      };
      const noRoom = () => new DOMException('no room', 'QuotaExceededError');
      const { add, put } = IDBObjectStore.prototype;
      const { commit } = IDBTransaction.prototype;
      IDBObjectStore.prototype.add = function (value, key) {
        if (refuses(refused === 'patch')) throw noRoom();
        return add.call(this, value, key);
      };
      IDBObjectStore.prototype.put = function (value, key) {
        if (refuses(refused === 'snapshot' && this.name === 'snapshots')) throw noRoom();
        return put.call(this, value, key);
      };
      // A disk may be found full only when all is to be made lasting.
      IDBTransaction.prototype.commit = function () {
        if (refuses(refused === 'commit' && this.mode === 'readwrite')) this.abort();
        else commit.call(this);
      };
    }, refused);
    await app.openExample();
    await app.isSaved();
    const saving = page.locator('[data-saving]');
    const refusals = () => page.evaluate(() => Reflect.get(window, 'refusals'));
    const typed = [await app.cell(1, 'name').inputValue()];
    // A snapshot is due only now and then.
    while ((await refusals()) < 1) {
      const text = `第 ${typed.length} 次`;
      typed.push(text);
      await page.evaluate(() => Object.assign(window, { refuses: true }));
      const before = await refusals();
      await app.cell(1, 'name').fill(text);
      await expect(saving).toHaveAttribute('data-saving', /Done|Failed/);
      // What was refused is said; what is shown as saved is there.
      if ((await refusals()) > before) await expect(saving).toHaveAttribute('data-saving', /Failed/);
      else expect(await app.stored()).toContain(text);
      await page.evaluate(() => Object.assign(window, { refuses: false }));
      await app.isSaved();
      expect(await app.stored()).toContain(text);
    }
    await app.reload();
    await expect(app.cell(1, 'name')).toHaveValue(/** @type {string} */ (typed.at(-1)));
    // Each is a step of its own that can be taken back.
    await app.button('Undo').click();
    await expect(app.cell(1, 'name')).toHaveValue(/** @type {string} */ (typed.at(-2)));
  });
}

test('what an import or an example replaced can be brought back after a reload', async ({ app }) => {
  await app.openExample();
  await app.cell(1, 'net').fill('8185');
  await app.isSaved();
  await app.import('other.json', JSON.stringify({ schema: 5, ledger: { title: '别的账' } }));
  await expect(app.notice('Imported')).toBeVisible();
  await app.isSaved();
  await app.reload();
  await expect(app.rows()).toHaveCount(0);
  await app.button('Undo').click();
  await expect(app.cell(1, 'net')).toHaveValue('8185');
  await app.button('Undo').click();
  await expect(app.cell(1, 'net')).toHaveValue('8179');
});

test('what a former version of the page has kept is taken over once and stays where it was', async ({ app, page }) => {
  const text = JSON.stringify({ schema: 5, ledger: { irrigation: [{ id: 1, year: '2020', districts: [{ id: 1, name: '旧账' }] }] } });
  await app.openWith({ [STORED.former]: text });
  await expect(app.cell(1, 'name')).toHaveValue('旧账');
  await app.isSaved();
  await app.cell(1, 'name').fill('新名');
  await app.isSaved();
  await app.reload();
  await expect(app.cell(1, 'name')).toHaveValue('新名');
  expect(await page.evaluate((key) => localStorage.getItem(key), STORED.former)).toBe(text);
});

test('a torn record costs the changes after it, and what is typed next is kept', async ({ app, page }) => {
  await app.openExample();
  await app.isSaved();
  await addToJournal(page, { schema: 5, text: '[{"cell"' });
  await app.reload();
  await expect(app.notice('JournalCut')).toBeVisible();
  await expect(app.cell(1, 'net')).toHaveValue('8179');
  await app.cell(1, 'net').fill('8186');
  await app.isSaved();
  await app.reload();
  await expect(app.cell(1, 'net')).toHaveValue('8186');
});
