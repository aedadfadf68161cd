// @ts-check
// The whole site as one file, opened from disk.
import { App, expect, test } from './app.js';

const FILE = new URL('../../dist-single/water-ledger.html', import.meta.url).href;

test('the file opens from disk, computes, draws, and keeps what was typed', async ({ page, complaints }) => {
  await page.goto(FILE);
  const app = new App(page, 'zh');
  await expect(page.locator('#landing h1')).toBeVisible();
  await page.goto(`${FILE}#/example`);
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
  await expect(app.chart().locator('.chart-picture svg')).toBeVisible();
  await app.cell(1, 'net').fill('9000');
  await app.isSaved();
  await page.reload();
  await expect(app.cell(1, 'net')).toHaveValue('9000');
  for (const address of ['#/industry', '#/certification', '#/methods', '#/ledgers']) {
    await page.goto(`${FILE}${address}`);
    await expect(page.locator('main h1').first()).toBeVisible();
  }
  await page.goto(`${FILE}#/household`);
  await expect(page.locator('.household [data-top]')).toBeVisible();
  await expect(page.locator('#failure')).toBeHidden();
  // A file is of no origin that the other tests know.
  expect(complaints.filter((complaint) => !/^request to file:/.test(complaint))).toEqual([]);
  complaints.length = 0;
});

test('opened twice, the file is two tabs that keep each other', async ({ page, context, complaints }) => {
  const app = new App(page, 'zh');
  await page.goto(`${FILE}#/example`);
  await expect(app.number('region-coefficient')).toHaveText('0.5900');
  await app.isSaved();
  const other = new App(await context.newPage(), 'zh');
  await other.page.goto(`${FILE}#/irrigation`);
  await expect(other.number('region-coefficient')).toHaveText('0.5900');
  await other.cell(1, 'net').fill('9001');
  await other.isSaved();
  await app.cell(1, 'gross').fill('15001');
  await app.isSaved();
  await page.reload();
  await expect(app.cell(1, 'net')).toHaveValue('9001');
  await expect(app.cell(1, 'gross')).toHaveValue('15001');
  complaints.length = 0;
});
