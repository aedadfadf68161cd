// @ts-check
// Workbooks: out with live formulas and back as they were, tables of other programs into a table, what cannot be read said in words.
import { expect, inEachLanguage, test } from './app.js';

/** A table of units as another program writes it: a title, headings of its own, a unit of its own, a sum. */
const TABLE = '2024 年用水统计\n序号,用水部门,自来水(万m³),漏失水量\n1,机修车间,0.9,90\n2,锅炉房,0.6,\n,合计,1.5,90\n';

inEachLanguage((language) => {
  test('a ledger goes out as a workbook and comes back as it was', async ({ app, page }) => {
    await app.openPlant('Works');
    const typed = await app.typed();
    await app.open('#/ledgers');
    const file = await app.download(app.button('WorkbookExport'));
    expect(file.name).toMatch(/^water-ledger-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    await expect(app.notice('WorkbookWritten')).toBeVisible();
    await app.openExample();
    await app.import('账.xlsx', file.bytes);
    await expect(app.notice('Imported')).toBeVisible();
    expect(await app.typed()).toEqual(typed);
    await app.button('Undo').click();
    await app.open('#/irrigation');
    await expect(app.cell(1, 'net')).toHaveValue('8179');
  });

  test('a table of another program is matched before it is taken', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/industry/3');
    const chooser = page.waitForEvent('filechooser');
    const units = page.locator('.entry').filter({ has: page.locator('#caption-unit') });
    await units.getByRole('button', { name: app.say('TableFromFile') }).first().click();
    await (await chooser).setFiles({ name: '用水.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
    const matching = page.locator('.matching');
    await expect(matching).toContainText('机修车间');
    await expect(matching.getByLabel('自来水(万m³)')).toHaveValue(/\d+/);
    await matching.getByRole('button', { name: app.say('BlockTake') }).click();
    const names = page.locator('[id^=cell-unit-][id$=-name]');
    const found = await names.evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
    expect(found).toContain('机修车间');
    expect(found.filter((name) => name.includes('合计') || name.includes('1.5'))).toHaveLength(0);
    // What has the name of a row goes to that row.
    const boiler = language === 'zh' ? '锅炉房' : 'Boiler house';
    expect(found.filter((name) => name === boiler)).toHaveLength(1);
  });

  test('a worksheet of a workbook is chosen for the table', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/ledgers');
    const file = await app.download(app.button('WorkbookExport'));
    await app.open('#/industry/1');
    const supplies = page.locator('.entry').filter({ has: page.locator('#caption-supply') });
    const chooser = page.waitForEvent('filechooser');
    await supplies.getByRole('button', { name: app.say('TableFromFile') }).first().click();
    await (await chooser).setFiles({ name: '账.xlsx', mimeType: 'application/octet-stream', buffer: file.bytes });
    const matching = page.locator('.matching');
    // The one that fits is there at once; another can be chosen.
    await expect(matching).toContainText(language === 'zh' ? '市政自来水' : 'Town main');
    const sheets = matching.getByLabel(app.say('WorkbookSheet'));
    await expect(sheets.locator('option').first()).toHaveText(language === 'zh' ? '取水水源与总表' : /Sources/);
    await page.keyboard.press('Escape');
    await expect(matching).toHaveCount(0);
  });

  test('files that cannot be read are refused in words, and nothing changes', async ({ app, page }) => {
    await app.openPlant('Works');
    const typed = await app.typed();
    for (const { name, content, key } of /** @type {const} */ ([
      { name: '坏.xlsx', content: 'PK\u0003\u0004 nothing', key: 'WorkbookDamaged' },
      { name: '别人的.csv', content: TABLE, key: 'WorkbookForeign' },
    ])) {
      await app.import(name, content);
      await expect(app.notice(key)).toBeVisible();
      await page.locator('.notice').getByRole('button').click();
    }
    expect(await app.typed()).toEqual(typed);
  });
});
