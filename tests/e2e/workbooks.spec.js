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

  test('a file of elsewhere is taken in as a whole, each of its tables where it belongs', async ({ app, page }) => {
    await app.open('#/industry');
    // As many systems write a workbook: a page with tables.
    const table = (/** @type {string[][]} */ rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const units = [['用水部门', '自来水(万m³)', '漏失水量', '负责人'], ['机修车间', '0.9', '90', '张'], ['锅炉房', '0.6', '', '李'], ['合计', '1.5', '90', '']];
    const supplies = [['水源名称', '水源类型', '取水量'], ['市政自来水', '自来水', '15000']];
    await app.import('水平衡测试 2024.xls', `<html>${table(units)}${table(supplies)}</html>`);
    const file = page.locator('.take-in');
    await expect(file.locator('h2')).toContainText('水平衡测试 2024.xls');
    const lines = file.locator('tbody tr');
    await expect(lines).toHaveCount(2);
    await expect(lines.nth(0)).toContainText('自来水(万m³)');
    await expect(lines.nth(0)).toContainText('负责人');
    await file.getByRole('button', { name: app.say('FileTake') }).click();
    await expect(page).toHaveURL(/#\/industry\/1$/);
    await expect(file).toHaveCount(0);
    await expect(app.at('unit', 1, 'name')).toHaveValue('机修车间');
    await expect(app.at('unit', 1, 'town')).toHaveValue(/^0\.9 /);
    await expect(app.at('unit', 2, 'name')).toHaveValue('锅炉房');
    await expect(app.at('supply', 1, 'amount')).toHaveValue('15000');
    await expect(page.locator('[id$=-period]').first()).toHaveValue('2024');
  });

  test('where a column goes is said once and known the next time', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/industry/3');
    const units = page.locator('.entry').filter({ has: page.locator('#caption-unit') });
    const open = async () => {
      const chooser = page.waitForEvent('filechooser');
      await units.getByRole('button', { name: app.say('TableFromFile') }).first().click();
      const buffer = Buffer.from('用水部门,自来水,本年蒸发\n机修车间,9000,120\n');
      await (await chooser).setFiles({ name: '用水.csv', mimeType: 'text/csv', buffer });
      return page.locator('.matching').getByLabel('本年蒸发');
    };
    const first = await open();
    await expect(first).toHaveValue('');
    const consumed = await first.locator('option', { hasText: app.say('ColumnConsumption') }).first().getAttribute('value');
    await first.selectOption(consumed);
    await page.locator('.matching').getByRole('button', { name: app.say('BlockTake') }).click();
    await expect(page.locator('.matching')).toHaveCount(0);
    await expect(await open()).toHaveValue(consumed ?? '');
  });

  test('a table of a word processor is pasted by its cells', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/industry/3');
    const cell = (/** @type {string} */ text) => `<td>${text}</td>`;
    const html = `<table><tr>${['用水单元<p>名称</p>', '自来水量', '漏失水量'].map(cell).join('')}</tr><tr>${['新车间<br>二期', '1200', '30'].map(cell).join('')}</tr></table>`;
    await app.paste(app.at('unit', 1, 'name'), '用水单元\n名称\n自来水量\n漏失水量\n新车间\n二期\n1200\n30', html);
    const matching = page.locator('.matching');
    await expect(matching).toContainText('自来水量');
    await matching.getByRole('button', { name: app.say('BlockTake') }).click();
    const names = page.locator('[id^=cell-unit-][id$=-name]');
    await expect.poll(async () => names.evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value).join('|'))).toContain('新车间');
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
      { name: '空.csv', content: '\n', key: 'WorkbookEmpty' },
    ])) {
      await app.import(name, content);
      await expect(app.notice(key)).toBeVisible();
      await page.locator('.notice').getByRole('button').click();
    }
    expect(await app.typed()).toEqual(typed);
  });
});
