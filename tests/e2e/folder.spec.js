// @ts-check
// The site works from any folder of any server, because every address in it is relative.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, expect, test as base } from './app.js';
import { collectComplaints } from './complaints.js';

const FOLDER = '/any/deep/folder/';
const dist = new URL('../../dist/', import.meta.url);
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
});

const test = /** @type {typeof base<{ origin: string, asked: string[] }>} */ (
  base.extend({
    asked: async ({}, use) => use([]),
    origin: async ({ asked }, use) => {
      const server = createServer((request, response) => {
        const path = (request.url ?? '').split(/[?#]/)[0];
        asked.push(path);
        const inside = path.startsWith(FOLDER) ? path.slice(FOLDER.length) || 'index.html' : '';
        const file = fileURLToPath(new URL(inside, dist));
        if (!inside || !existsSync(file)) {
          response.writeHead(404).end();
          return;
        }
        response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
        createReadStream(file).pipe(response);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      await use(`http://127.0.0.1:${address.port}`);
      server.closeAllConnections();
      server.close();
    },
  })
);

test('the whole app works in a deep folder, also after a reload', async ({ browser, origin, asked }) => {
  const context = await browser.newContext({ baseURL: origin + FOLDER });
  const complaints = await collectComplaints(context, origin);
  const page = await context.newPage();
  const app = new App(page, 'zh');
  await app.openExample();
  await app.sheets().selectOption('2020');
  await expect(page).toHaveURL(`${origin}${FOLDER}#/irrigation/2`);
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2020');
  await app.cell(1, 'net').fill('8000');
  await app.isSaved();
  await app.reload();
  await expect(page).toHaveURL(`${origin}${FOLDER}#/irrigation/2`);
  await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue('2020');
  await expect(app.cell(1, 'net')).toHaveValue('8000');
  const file = await app.download(app.chart().getByRole('button', { name: app.say('ChartPng') }));
  expect(file.bytes.length).toBeGreaterThan(1000);
  await page.getByRole('link', { name: app.say('NavMethods'), exact: true }).click();
  await expect(page).toHaveURL(`${origin}${FOLDER}#/methods`);

  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((path) => !path.startsWith(FOLDER))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
