// @ts-check
// Files that are attached to evidence, notes and meters, and the pack of a self-assessment with all of them.
import AxeBuilder from '@axe-core/playwright';
import { App, expect, forbidStorage, inEachLanguage, test } from './app.js';
import { unzip } from './unzip.js';

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n');
const HTML = Buffer.from('<!doctype html><script>document.title = "ran"</script>'.repeat(100));

/** What is attached: a name, a kind as the system tells it, a content. */
const FILES = [
  { name: '发票.png', mimeType: 'image/png', buffer: PNG },
  { name: 'con.pdf', mimeType: 'application/pdf', buffer: PDF },
  { name: 'page.html', mimeType: 'text/html', buffer: HTML },
];

/**
 * The files of the first piece of evidence of an item.
 * @param {App} app
 * @param {string} id
 */
async function filesOf(app, id) {
  const item = await app.item(id);
  return item.locator('.evidence .attached').first();
}

/**
 * Attaches files by the browser's dialog.
 * @param {App} app
 * @param {import('@playwright/test').Locator} attached
 * @param {typeof FILES} files
 */
async function attach(app, attached, files) {
  const chooser = app.page.waitForEvent('filechooser');
  await attached.locator('.attach').click();
  await (await chooser).setFiles(files);
}

inEachLanguage((language) => {
  test('files stay with their evidence, are looked at, removed and brought back', async ({ app, page }) => {
    await app.openUnit('Institution', '/items');
    let attached = await filesOf(app, 'm1a');
    await attach(app, attached, FILES);
    const lines = attached.locator('li');
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(0)).toContainText('1 kB');
    await expect(lines.nth(2)).toContainText('5 kB');
    await app.isSaved();
    await app.reload();
    attached = await filesOf(app, 'm1a');
    await expect(attached.locator('li')).toHaveCount(3);

    // A picture is shown here; a page is not, whatever it calls itself.
    const name = (/** @type {string} */ key, /** @type {string} */ of) =>
      attached.getByRole('button', { name: app.say(key, { name: of }), exact: true });
    await name('AttachedShow', '发票.png').click();
    const picture = page.locator('dialog.picture img');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((/** @type {HTMLImageElement} */ one) => one.decode().then(() => one.naturalWidth))).toBe(1);
    await page.keyboard.press('Escape');
    await expect(picture).toHaveCount(0);
    await expect(name('AttachedShow', 'page.html')).toHaveCount(0);
    const saved = await app.download(name('AttachedSave', 'page.html'));
    expect(saved).toEqual({ name: 'page.html', bytes: HTML });

    await name('AttachedRemoveName', '发票.png').click();
    await expect(attached.locator('.removed')).toContainText(app.say('AttachedRemoved'));
    await expect(name('AttachedRestoreName', '发票.png')).toBeFocused();
    await app.reload();
    attached = await filesOf(app, 'm1a');
    await name('AttachedRestoreName', '发票.png').click();
    await expect(attached.locator('.removed')).toHaveCount(0);
    await expect(name('AttachedShow', '发票.png')).toBeVisible();
    await name('AttachedRemoveName', 'con.pdf').click();
    await name('AttachedEraseName', 'con.pdf').click();
    await expect(attached.locator('li')).toHaveCount(2);
    const found = await new AxeBuilder({ page }).include('[data-item=m1a]').analyze();
    expect(found.violations).toEqual([]);
  });

  test('the pack holds form, workbook, list and the files by item', async ({ app, page }) => {
    await app.openUnit('Institution', '/items');
    const attached = await filesOf(app, 'm1a');
    await attach(app, attached, FILES);
    // They stand in the order in which they were kept.
    await expect(attached.locator('li')).toHaveCount(FILES.length);
    await attach(app, attached, [{ ...FILES[0], buffer: Buffer.concat([PNG, Buffer.from('another')]) }]);
    await expect(attached.locator('li')).toHaveCount(4);
    const note = (await app.item('m1a')).locator('.item-body > .attached');
    await attach(app, note, [{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('=1+1') }]);
    await expect(note.locator('li')).toHaveCount(1);
    await page.goto('./#/certification/1/facts');
    await page.locator('.attached-rows > summary').click();
    await attach(app, page.locator('.attached-rows .attached').first(), [FILES[1]]);
    await expect(page.locator('.attached-rows li li')).toHaveCount(1);

    await page.goto('./#/certification/1/form');
    await expect(page.locator('.assessment-form table').first()).toBeVisible();
    const pack = await app.download(app.button('Pack'));
    await expect(app.notice('PackWritten')).toBeVisible();
    expect(pack.name).toMatch(/\.zip$/);
    const files = unzip(pack.bytes);
    const [form, book, list] = ['PackForm', 'PackBook', 'PackList'].map((key) => app.say(key));
    const names = [...files.keys()];
    expect(names.slice(0, 3)).toEqual([`${form}.html`, `${list}.csv`, `${book}.xlsx`]);
    const folder = names[3].split('/')[0];
    expect(folder).toMatch(/^1\(1\)_/);
    expect(names.slice(3, 7)).toEqual(['发票.png', '_con.pdf', 'page.html', '发票 (2).png'].map((file) => `${folder}/${file}`));
    expect(names.slice(7).map((path) => path.split('/')[1])).toEqual(['note.txt', '_con.pdf']);
    expect([3, 4, 5].map((at) => files.get(names[at]))).toEqual([PNG, PDF, HTML]);
    expect(files.get(`${book}.xlsx`)?.subarray(0, 2).toString()).toBe('PK');
    const told = String(files.get(`${list}.csv`));
    expect(told).toContain(`${folder}/发票.png; ${folder}/_con.pdf`);
    expect(told).toContain(app.say('PackLacks'));

    // The form stands by itself: it looks as it should, and nothing in it runs.
    const text = String(files.get(`${form}.html`));
    expect(text).not.toMatch(/<script|<link|src=|\son\w+=/i);
    const paper = await page.context().newPage();
    await paper.setContent(text);
    await expect(paper.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
    await expect(paper.locator('h2').first()).toHaveText(app.say('FormHead'));
    expect(await paper.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('td'))).borderTopStyle)).toBe('solid');
  });

  test('what cannot be attached is said, and what to do', async ({ app, page }) => {
    await app.openUnit('Institution', '/items');
    const attached = await filesOf(app, 'm1a');
    await attach(app, attached, [{ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, FILES[0]]);
    await expect(attached.getByRole('alert')).toHaveText(app.say('AttachEmpty', { name: '空.txt' }));
    await expect(attached.locator('li')).toHaveCount(1);
    // So large a file is made in the page: it need not be read to be refused.
    await attached.evaluate((target) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(50_000_001)], '大.bin'));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await expect(attached.getByRole('alert')).toHaveText(app.say('AttachTooLarge', { name: '大.bin', size: '50.0 MB', most: '50.0 MB' }));
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await attach(app, attached, [FILES[2]]);
    await expect(attached.getByRole('alert')).toHaveText(app.say('AttachFull', { name: 'page.html' }));
    await expect(attached.locator('li')).toHaveCount(1);
  });

  test('where the browser forbids storage it is said', async ({ app, page }) => {
    await forbidStorage(page);
    // No language can be kept: the address names it.
    await page.goto(`./?lang=${language}#/certification`);
    await app.button('ExampleInstitution').click();
    await expect(page.locator('.steps')).toBeVisible();
    const go = (/** @type {string} */ hash) => page.evaluate((to) => (location.hash = to), hash);
    await go('#/certification/1/items');
    const attached = await filesOf(app, 'm1a');
    await attach(app, attached, [FILES[0]]);
    await expect(attached.getByRole('alert')).toHaveText(app.say('AttachBlocked', { name: '发票.png' }));
    await go('#/certification/1/form');
    await app.button('Pack').click();
    await expect(app.notice('PackUnread')).toBeVisible();
  });
});

test('a file that is attached in one tab is in the other', async ({ app, context }) => {
  await app.openUnit('Institution', '/items');
  await app.isSaved();
  const other = new App(await context.newPage(), app.language);
  await other.open('#/certification/1/items');
  const there = await filesOf(other, 'm1a');
  await expect(there.locator('.attach')).toBeVisible();
  await attach(app, await filesOf(app, 'm1a'), [FILES[0]]);
  await expect(there.locator('li')).toHaveCount(1);
});

test('a ledger is exported without its files, and says so; its copy has them, and they go with it', async ({ app, page }) => {
  await app.openUnit('Institution', '/items');
  await attach(app, await filesOf(app, 'm1a'), [FILES[2]]);
  await expect((await filesOf(app, 'm1a')).locator('li')).toHaveCount(1);
  await app.isSaved();
  await app.download(app.button('Export'));
  await expect(app.notice('AttachedLeftOut')).toBeVisible();
  await page.goto('./#/ledgers');
  const rows = page.locator('table.ledgers tbody tr');
  const size = app.say('AttachedInLedger', { count: 1, size: '5 kB' });
  await expect(rows.first()).toContainText(size);
  await rows.first().getByRole('button', { name: app.say('LedgerDuplicate') }).click();
  await expect(rows.filter({ hasText: size })).toHaveCount(2);
  await rows.nth(1).getByRole('button', { name: app.say('LedgerDelete') }).click();
  await expect(rows).toHaveCount(1);
  const kept = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('water-ledger-attached');
          opening.onsuccess = () => {
            const asked = opening.result.transaction('contents').objectStore('contents').count();
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result);
            };
          };
        }),
    );
  expect(await kept()).toBe(2);
  await page.locator('.bin').getByRole('button', { name: app.say('LedgerErase') }).click();
  await expect(page.locator('.bin')).toHaveCount(0);
  expect(await kept()).toBe(1);
});
