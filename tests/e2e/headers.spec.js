// @ts-check
// What the host says of the site, and what the browser makes of it.
import { readFileSync } from 'node:fs';
import { expect, test } from './app.js';

const dist = new URL('../../dist/', import.meta.url);

/** The headers of every file, as the file for hosts says them. */
function shipped() {
  const [, rest] = readFileSync(new URL('_headers', dist), 'utf8').split('/*\n');
  const lines = rest.split('\n/')[0].split('\n').filter(Boolean);
  return lines.map((line) => /** @type {[string, string]} */ (line.trim().split(/: (.*)/s).slice(0, 2)));
}

test('the site is served, and was tested, with the headers that it is shipped with', async ({ request }) => {
  const headers = shipped();
  expect(headers.length).toBeGreaterThan(6);
  for (const file of ['', 'nothing-here']) {
    const sent = (await request.get(`./${file}`)).headers();
    for (const [name, value] of headers) expect(sent[name.toLowerCase()], name).toBe(value);
  }
});

test('no frame of another page shows the site', async ({ page, baseURL, complaints }) => {
  const body = `<!doctype html><title>frame</title><iframe src="${baseURL}"></iframe>`;
  await page.route('**/frame.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('frame.html');
  await expect.poll(() => complaints.join('\n')).toContain('frame-ancestors');
  await expect(page.frameLocator('iframe').locator('h1').filter({ hasText: '用水账' })).toHaveCount(0);
  // These complaints were asked for.
  complaints.length = 0;
});

test('no text becomes markup and no address a script but by the one policy', async ({ app, page, complaints }) => {
  await app.openExample();
  await expect(app.chart().locator('.chart-picture svg')).toBeVisible();
  const refused = await page.evaluate(() => {
    const tries = [
      () => (document.createElement('div').innerHTML = '<b>text</b>'),
      () => new Worker('./engine-worker.js'),
      () => Reflect.get(window, 'trustedTypes').createPolicy('another', {}),
      () => Reflect.get(window, 'trustedTypes').createPolicy('water-ledger', {}),
    ];
    return tries.map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    });
  });
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  complaints.length = 0;
});
